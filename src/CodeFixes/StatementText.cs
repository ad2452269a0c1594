using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes;

/// <summary>Writes statements beside others in the way the file is laid out.</summary>
internal static class StatementText
{
    /// <summary>The statement a node stands in, where another one may be put before it: in a block, a section of a switch, or at the top of a program. Null elsewhere.</summary>
    public static StatementSyntax? Of(SyntaxNode node)
    {
        for (SyntaxNode? ancestor = node; ancestor is not null and not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax { Block: null }; ancestor = ancestor.Parent)
        {
            if (ancestor is StatementSyntax statement)
            {
                return statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax && IsSimple(statement) ? statement : null;
            }
        }

        return null;
    }

    /// <summary>Puts a condition with its single statement before another statement.</summary>
    public static TextChange InsertIf(StatementSyntax before, string condition, string statement, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(before.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, before.SpanStart));
        if (indentation.Trim().Length > 0)
        {
            return new TextChange(new TextSpan(before.SpanStart, 0), $"if ({condition}) {{ {statement} }} ");
        }

        string end = EndOfLine(text);
        string step = indentation.IndexOf('\t') >= 0 ? "\t" : "    ";
        // Comments stay with the statement they are on.
        return new TextChange(
            new TextSpan(StartWithTrivia(before, text), 0),
            $"{indentation}if ({condition}){end}{indentation}{{{end}{indentation}{step}{statement}{end}{indentation}}}{end}{end}");
    }

    /// <summary>Puts a statement before another one, on a line of its own.</summary>
    public static TextChange Insert(StatementSyntax before, string statement, SourceText text)
    {
        TextLine line = text.Lines.GetLineFromPosition(before.SpanStart);
        string indentation = text.ToString(TextSpan.FromBounds(line.Start, before.SpanStart));
        return indentation.Trim().Length > 0
            ? new TextChange(new TextSpan(before.SpanStart, 0), statement + " ")
            : new TextChange(new TextSpan(StartWithTrivia(before, text), 0), indentation + statement + EndOfLine(text));
    }

    /// <summary>The start of the line on which a statement or member, or the first comment on it, begins.</summary>
    public static int StartWithTrivia(SyntaxNode statement, SourceText text)
    {
        foreach (SyntaxTrivia trivia in statement.GetLeadingTrivia())
        {
            if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            {
                return trivia.IsDirective ? text.Lines.GetLineFromPosition(statement.SpanStart).Start : text.Lines.GetLineFromPosition(trivia.SpanStart).Start;
            }
        }

        return text.Lines.GetLineFromPosition(statement.SpanStart).Start;
    }

    /// <summary>The end of a line, as the file's first one has it.</summary>
    public static string EndOfLine(SourceText text)
    {
        TextLine first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The name of <c>InvalidOperationException</c> at a place.</summary>
    public static string ExceptionName(StatementSyntax statement, SemanticModel model)
        => model.LookupNamespacesAndTypes(statement.SpanStart, name: "InvalidOperationException").Length > 0 ? "InvalidOperationException" : "System.InvalidOperationException";

    /// <summary>True for names, members and items of what is there before a statement begins: to ask for them again changes nothing.</summary>
    public static bool CanBeAskedTwice(ExpressionSyntax expression, StatementSyntax statement) => expression switch
    {
        IdentifierNameSyntax name => !statement.DescendantNodes().Any(node => node is VariableDeclaratorSyntax variable && variable.Identifier.ValueText == name.Identifier.ValueText
            || node is SingleVariableDesignationSyntax designation && designation.Identifier.ValueText == name.Identifier.ValueText
            || node is ParameterSyntax parameter && parameter.Identifier.ValueText == name.Identifier.ValueText),
        ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax member => CanBeAskedTwice(member.Expression, statement),
        ElementAccessExpressionSyntax element => element.ArgumentList.Arguments.All(static argument => argument.Expression is LiteralExpressionSyntax) && CanBeAskedTwice(element.Expression, statement),
        PostfixUnaryExpressionSyntax suppressed when suppressed.IsKind(SyntaxKind.SuppressNullableWarningExpression) => CanBeAskedTwice(suppressed.Operand, statement),
        _ => false,
    };

    /// <summary>A name that nothing in the member has.</summary>
    public static string FreeName(string wish, StatementSyntax statement, SemanticModel model)
    {
        SyntaxNode member = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>(static ancestor => ancestor is not GlobalStatementSyntax) ?? statement.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText));
        string name = wish;
        for (int i = 1; taken.Contains(name) || model.LookupSymbols(statement.SpanStart, name: name).Length > 0; i++)
        {
            name = wish + i;
        }

        return name;
    }

    // What has a body of its own may read where it has not begun yet.
    private static bool IsSimple(StatementSyntax statement)
        => statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or ThrowStatementSyntax or YieldStatementSyntax;
}
