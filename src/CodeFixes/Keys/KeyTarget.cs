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
    public static KeyTarget? Find(SyntaxNode root, Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
    {
        TextSpan span = diagnostic.Location.SourceSpan;
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        return node.Span != span ? null : (diagnostic.Id, node) switch
        {
            (DiagnosticIds.OpaqueKey or DiagnosticIds.FallbackKey, LiteralExpressionSyntax literal) when diagnostic.Properties.ContainsKey(KeyProperties.Provider) => OfProvider(literal, diagnostic, literal.Token.ValueText),
            (DiagnosticIds.EncodedKey, ExpressionSyntax encoded) => Decoding(encoded) is { } decoded ? OfProvider(decoded, diagnostic, encoded.ToString()) : null,
            (_, LiteralExpressionSyntax literal) => OfLiteral(literal),
            (_, BinaryExpressionSyntax binary) => OfSum(binary, model, cancellationToken),
            (_, InterpolatedStringTextSyntax text) => OfInterpolatedText(text),
            _ => null,
        };
    }

    // A key that its shape does not tell: the finding says whose it is.
    private static KeyTarget? OfProvider(ExpressionSyntax node, Diagnostic diagnostic, string key)
        => diagnostic.Properties.TryGetValue(KeyProperties.Provider, out string? provider)
            && KeyFamilies.All.FirstOrDefault(family => family.Provider == provider) is { } family
            && !key.StartsWith("Bearer ", StringComparison.Ordinal)
                ? new KeyTarget(node, key, family, IsWhole: true)
                : null;

    // What gives the text again, such as "Encoding.UTF8.GetString(Convert.FromBase64String("…"))"; null when that happens elsewhere.
    private static ExpressionSyntax? Decoding(ExpressionSyntax encoded)
    {
        ExpressionSyntax node = encoded;
        while (true)
        {
            switch (node.Parent)
            {
                case InitializerExpressionSyntax or ParenthesizedExpressionSyntax or ArrayCreationExpressionSyntax or ImplicitArrayCreationExpressionSyntax:
                    node = (ExpressionSyntax)node.Parent;
                    break;
                case ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: PredefinedTypeSyntax } created }:
                    return created;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetString" or "UnescapeDataString" or "UrlDecode" } } call }:
                    return call;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromBase64String" or "FromHexString" } } call }:
                    node = call;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Reverse" or "ToArray" or "ToCharArray", Parent: InvocationExpressionSyntax call }:
                    node = call;
                    break;
                default:
                    return null;
            }
        }
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
