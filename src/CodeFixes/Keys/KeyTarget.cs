using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>The node that holds a key, whole or within a longer text, in a form that can be rewritten.</summary>
/// <param name="Node">A literal, a sum of literals, or a text of an interpolated string.</param>
/// <param name="Key">The key's characters.</param>
/// <param name="Family">Whose key it is.</param>
/// <param name="IsWhole">True when the node is the key and nothing else.</param>
internal sealed record KeyTarget(SyntaxNode Node, string Key, KeyFamily Family, bool IsWhole)
{
    /// <summary>Finds what a diagnostic points at; null when it cannot be rewritten safely.</summary>
    public static KeyTarget? Find(SyntaxNode root, TextSpan span, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        return node.Span != span ? null : node switch
        {
            LiteralExpressionSyntax literal => OfLiteral(literal),
            BinaryExpressionSyntax binary => OfSum(binary, model, cancellationToken),
            InterpolatedStringTextSyntax text => OfInterpolatedText(text),
            _ => null,
        };
    }

    private static KeyTarget? OfLiteral(LiteralExpressionSyntax literal)
    {
        if (!literal.IsKind(SyntaxKind.StringLiteralExpression) || FindOnlyKey(literal.Token.ValueText) is not { } match)
        {
            return null;
        }

        string key = literal.Token.ValueText.Substring(match.Start, match.Length);
        bool isWhole = literal.Token.ValueText.Length == key.Length;
        bool isPlain = literal.Token.IsKind(SyntaxKind.StringLiteralToken) && literal.Token.Text.Contains(key);
        return isWhole || isPlain ? new KeyTarget(literal, key, match.Family, isWhole) : null;
    }

    // A sum of references would leave parts of the key where the constants stand.
    private static KeyTarget? OfSum(BinaryExpressionSyntax binary, SemanticModel model, CancellationToken cancellationToken)
        => model.GetConstantValue(binary, cancellationToken).Value is string text
            && FindOnlyKey(text) is { } match
            && match.Length == text.Length
            && binary.DescendantNodes().All(static node => node is LiteralExpressionSyntax or BinaryExpressionSyntax or ParenthesizedExpressionSyntax)
                ? new KeyTarget(binary, text, match.Family, IsWhole: true)
                : null;

    // Raw and verbatim forms have rules of their own for what stands in a hole.
    private static KeyTarget? OfInterpolatedText(InterpolatedStringTextSyntax text)
        => text.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken }
            && FindOnlyKey(text.TextToken.ValueText) is { } match
            && text.TextToken.ValueText.Substring(match.Start, match.Length) is { } key
            && text.TextToken.Text.Contains(key)
                ? new KeyTarget(text, key, match.Family, IsWhole: false)
                : null;

    private static KeyMatch? FindOnlyKey(string text)
        => KeyShapes.TryFind(text, 0, out KeyMatch match)
            && !KeyShapes.TryFind(text, match.End, out _)
            && text.IndexOf(text.Substring(match.Start, match.Length), match.End, StringComparison.Ordinal) < 0
                ? match
                : null;
}
