using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Arrays of characters or of their codes, read as text.</summary>
internal static class ConstantArray
{
    private const int MostElements = 4096;

    /// <summary>The text of an array's or a collection's elements; null when they are no characters, or too few for a key.</summary>
    public static string? Read(SyntaxNode array) => array switch
    {
        InitializerExpressionSyntax initializer when HasLength(initializer.Expressions.Count) && !TextHosts.IsInsideHost(initializer.Expressions[0]) => Read(initializer.Expressions),
        CollectionExpressionSyntax collection when HasLength(collection.Elements.Count) => Read(collection.Elements),
        _ => null,
    };

    private static bool HasLength(int count) => count >= KeyShapes.ShortestKey && count <= MostElements;

    private static string? Read<TNode>(SeparatedSyntaxList<TNode> elements)
        where TNode : SyntaxNode
    {
        if (CodeOf(elements[0]) < 0)
        {
            return null;
        }

        var text = new StringBuilder(elements.Count);
        foreach (TNode element in elements)
        {
            int code = CodeOf(element);
            if (code is < 0 or > 127)
            {
                return null;
            }

            text.Append((char)code);
        }

        return text.ToString();
    }

    // "'A'", "65", "0x41", "(byte)'A'"; -1 for anything else.
    private static int CodeOf(SyntaxNode element) => element switch
    {
        ExpressionElementSyntax item => CodeOf(item.Expression),
        CastExpressionSyntax cast => CodeOf(cast.Expression),
        LiteralExpressionSyntax { Token.Value: char character } => character,
        LiteralExpressionSyntax { Token.Value: int number } => number,
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText: { Length: 1 } text } when !TextHosts.IsInsideHost(element) => text[0],
        _ => -1,
    };
}
