using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4009: tokens are counted as words, or as a share of the characters. Only where a model is called in the same file, and a name says that tokens are meant.</summary>
internal static class CountedTokensRule
{
    /// <summary>Checks a file in which a model is called.</summary>
    public static void Check(SemanticModel model, SyntaxNode root, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in root.DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            ExpressionSyntax? counted = node switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } member => WordsOf(member.Expression),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" } member, ArgumentList.Arguments.Count: 0 } => WordsOf(member.Expression),
                BinaryExpressionSyntax binary when binary.Kind() is SyntaxKind.DivideExpression or SyntaxKind.MultiplyExpression => CharactersOf(binary),
                _ => null,
            };
            if (counted is not null && model.GetTypeInfo(counted, cancellationToken).Type?.SpecialType == SpecialType.System_String && SpeaksOfTokens((ExpressionSyntax)node, counted))
            {
                report(Diagnostic.Create(Descriptors.CountedTokens, node.GetLocation(), [counted.GetLocation()], node.ToString()));
            }
        }
    }

    // "text.Split(' ').Length", also over a variable.
    private static ExpressionSyntax? WordsOf(ExpressionSyntax words)
    {
        ExpressionSyntax? list = words is IdentifierNameSyntax name
            ? AnswerChecks.MemberOf(name)?.DescendantNodes().OfType<VariableDeclaratorSyntax>().FirstOrDefault(variable => variable.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value
            : words;
        return list is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Split" } member } call && SplitsAtSpaces(call.ArgumentList) ? member.Expression : null;
    }

    private static bool SplitsAtSpaces(ArgumentListSyntax arguments)
        => arguments.Arguments.Count == 0
            || arguments.Arguments[0].Expression is LiteralExpressionSyntax { Token.Value: ' ' or " " or null }
            || arguments.Arguments[0].DescendantNodes().Any(static node => node is LiteralExpressionSyntax { Token.Value: ' ' or " " });

    // "text.Length / 4", with some other numbers that people take.
    private static ExpressionSyntax? CharactersOf(BinaryExpressionSyntax binary)
    {
        ExpressionSyntax left = binary.Left is CastExpressionSyntax cast ? cast.Expression : binary.Left;
        bool isShare = binary.Right is LiteralExpressionSyntax { Token.Value: int or long or float or double or decimal } literal && Convert.ToDouble(literal.Token.Value, System.Globalization.CultureInfo.InvariantCulture) is var share
            && (binary.IsKind(SyntaxKind.DivideExpression) ? share is >= 1.3 and <= 6 : share is >= 0.15 and <= 0.8);
        return isShare && left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" } length ? length.Expression : null;
    }

    // A name in the statement, or that of the member, but for the text's own.
    private static bool SpeaksOfTokens(ExpressionSyntax expression, ExpressionSyntax counted)
    {
        SyntaxNode? scope = expression.FirstAncestorOrSelf<StatementSyntax>(static statement => statement is not BlockSyntax) ?? (SyntaxNode?)expression.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        bool isSaid = scope?.DescendantTokens(static node => node is not BlockSyntax).Any(token => IsTokenName(token) && !counted.Span.Contains(token.Span) && !expression.Span.Contains(token.Span)) == true;
        return isSaid || (AnswerChecks.MemberOf(expression) is { } member && member switch
        {
            MethodDeclarationSyntax method => IsTokenName(method.Identifier),
            LocalFunctionStatementSyntax method => IsTokenName(method.Identifier),
            PropertyDeclarationSyntax property => IsTokenName(property.Identifier),
            _ => false,
        });
    }

    private static bool IsTokenName(SyntaxToken token)
        => token.IsKind(SyntaxKind.IdentifierToken)
            && (WireName.IsIn(token.ValueText, "tokens") || WireName.IsIn(token.ValueText, "tokenCount") || WireName.IsIn(token.ValueText, "tokenEstimate"));
}
