using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Answers;

/// <summary>A loop over the lines of a reader.</summary>
/// <param name="Reader">The reader.</param>
/// <param name="Line">The name of the variable that holds a line.</param>
/// <param name="Arguments">What the reading is given, such as a token.</param>
/// <param name="Declaration">The statement that declares the variable, where that is its own.</param>
internal sealed record LineLoop(ExpressionSyntax Reader, string Line, string Arguments, StatementSyntax? Declaration)
{
    /// <summary>Reads a loop in the forms it is written in; null for any other.</summary>
    public static LineLoop? Read(WhileStatementSyntax loop) => loop.Condition switch
    {
        // while (await reader.ReadLineAsync() is { } line), and "is string line"
        IsPatternExpressionSyntax { Expression: { } read, Pattern: { } pattern } when NameOf(pattern) is { } name => Of(read, name, null),
        // string? line; while ((line = await reader.ReadLineAsync()) != null)
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left: ParenthesizedExpressionSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax line } assignment } }
            when DeclarationOf(loop, line.Identifier.ValueText) is { } declaration => Of(assignment.Right, line.Identifier.ValueText, declaration),
        // while (!reader.EndOfStream) { var line = await reader.ReadLineAsync(); … }
        PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "EndOfStream" } }
            when loop.Statement is BlockSyntax { Statements: [LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } read } variable] } first, ..] } => Of(read, variable.Identifier.ValueText, first),
        _ => null,
    };

    private static LineLoop? Of(ExpressionSyntax read, string name, StatementSyntax? declaration)
        => read is AwaitExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ReadLineAsync", Expression: IdentifierNameSyntax or MemberAccessExpressionSyntax } member } call }
            ? new LineLoop(member.Expression, name, call.ArgumentList.Arguments.ToString(), declaration)
            : null;

    private static string? NameOf(PatternSyntax pattern) => pattern switch
    {
        RecursivePatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier.ValueText,
        DeclarationPatternSyntax { Designation: SingleVariableDesignationSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    // Right before the loop, and for nothing else.
    private static LocalDeclarationStatementSyntax? DeclarationOf(WhileStatementSyntax loop, string name)
        => loop.Parent is BlockSyntax block && block.Statements.IndexOf(loop) is > 0 and { } at
            && block.Statements[at - 1] is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer: null } variable] } declaration && variable.Identifier.ValueText == name
                ? declaration
                : null;
}
