using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG4004: a response is parsed as an answer, and nothing looks at its status; or something does, and gives the error's body back in the answer's place. The body of an error is JSON as
/// well.
/// </summary>
internal static class ErrorTakenForAnswerRule
{
    /// <summary>Checks the requests of a file.</summary>
    public static void Check(IReadOnlyList<ModelCall> calls, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (ModelCall call in calls)
        {
            if (FindUnchecked(call, cancellationToken) is { } read && seen.Add(read))
            {
                report(Diagnostic.Create(Descriptors.ErrorTakenForAnswer, read.GetLocation()));
            }
            else if (GivenBack(call, cancellationToken) is { } body && seen.Add(body))
            {
                report(Diagnostic.Create(Descriptors.ErrorTakenForAnswer, body.GetLocation()));
            }
        }
    }

    /// <summary>Where the answer of a call is parsed and nothing looks at its status; null where something does, or may.</summary>
    public static MemberAccessExpressionSyntax? FindUnchecked(ModelCall call, CancellationToken cancellationToken)
        => MayHandlerLook(call, cancellationToken) ? null : ResponseReads.FindUnchecked(call, cancellationToken);

    // "if (!response.IsSuccessStatusCode) { return await response.Content.ReadAsStringAsync(); }" in a method that gives the answer as text: whoever calls it cannot tell one from the other.
    private static MemberAccessExpressionSyntax? GivenBack(ModelCall call, CancellationToken cancellationToken)
    {
        if (call.Syntax.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } response
            || RetryShapes.EnclosingMember(call.Syntax) is not { } member
            || response.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is not null
            || call.Model.GetDeclaredSymbol(member, cancellationToken) is not IMethodSymbol { ReturnType: { } type } || !IsText(type))
        {
            return null;
        }

        string name = response.Identifier.ValueText;
        foreach (IfStatementSyntax test in member.DescendantNodes().OfType<IfStatementSyntax>())
        {
            if (test.Condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode", Expression: IdentifierNameSyntax tested } }
                && tested.Identifier.ValueText == name
                && test.Statement is ReturnStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax] }
                && test.Statement.DescendantNodesAndSelf().OfType<ReturnStatementSyntax>().Last().Expression is { } given
                && BodyIn(given, name, member) is { } body
                && !TellsApart(member))
            {
                return body;
            }
        }

        return null;
    }

    private static bool IsText(ITypeSymbol type)
        => type.SpecialType == SpecialType.System_String || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_String }] };

    // The body as it stands in what is returned, or in the variable that is.
    private static MemberAccessExpressionSyntax? BodyIn(ExpressionSyntax given, string response, SyntaxNode member)
    {
        ExpressionSyntax value = given is IdentifierNameSyntax name
            && member.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value is { } made ? made : given;
        return value.DescendantNodesAndSelf().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(content => content.Name.Identifier.ValueText == "Content" && content.Expression is IdentifierNameSyntax owner && owner.Identifier.ValueText == response);
    }

    // Some code of the file goes by how the text begins, or by what is in it.
    private static bool TellsApart(SyntaxNode member)
        => member.SyntaxTree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(static call => call.Name.Identifier.ValueText is "StartsWith" or "Contains" or "IndexOf")
            || ResponseReads.SpeaksOfErrors(member.SyntaxTree.GetRoot());

    // A client from elsewhere may have a handler of the project's own that throws.
    private static bool MayHandlerLook(ModelCall call, CancellationToken cancellationToken)
        => call.Origin.Kind != ClientOriginKind.Plain
            && call.Model.Compilation.SyntaxTrees.Any(tree => tree.GetText(cancellationToken).ToString().IndexOf("DelegatingHandler", StringComparison.Ordinal) >= 0);
}
