using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>An address with a key as one of its parameters, and what it is without.</summary>
/// <param name="Expression">The address as it stands.</param>
/// <param name="Key">The expression of the key.</param>
/// <param name="Text">The address without the parameter.</param>
internal sealed record KeylessAddress(ExpressionSyntax Expression, string Key, string Text)
{
    private const string Parameter = "key=";

    /// <summary>The address that the text <c>…?key=</c> is a part of, right before the key; null when it is put together in another way.</summary>
    public static KeylessAddress? Of(SyntaxNode piece) => piece switch
    {
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax address } text => OfInterpolated(address, text),
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Parent: BinaryExpressionSyntax sum } literal => OfSum(sum, literal),
        _ => null,
    };

    // $"…?key={key}", $"…&key={key}&alt=sse"
    private static KeylessAddress? OfInterpolated(InterpolatedStringExpressionSyntax address, InterpolatedStringTextSyntax piece)
    {
        int next = address.Contents.IndexOf(piece) + 1;
        if (!EndsWithParameter(piece.TextToken.Text) || next == address.Contents.Count || address.Contents[next] is not InterpolationSyntax { AlignmentClause: null, FormatClause: null } key)
        {
            return null;
        }

        string text = address.ToString();
        int from = piece.Span.End - Parameter.Length - 1 - address.SpanStart;
        int to = key.Span.End - address.SpanStart;
        return new KeylessAddress(address, key.Expression.ToString(), text[to] == '&' ? text.Remove(from + 1, to - from) : text.Remove(from, to - from));
    }

    // "…?key=" + key, "…&key=" + key + "&alt=sse"
    private static KeylessAddress? OfSum(BinaryExpressionSyntax sum, LiteralExpressionSyntax piece)
    {
        BinaryExpressionSyntax address = sum;
        while (address.Parent is BinaryExpressionSyntax outer && outer.IsKind(SyntaxKind.AddExpression) && outer.Left == address)
        {
            address = outer;
        }

        List<ExpressionSyntax> operands = OperandsOf(address);
        int at = operands.IndexOf(piece);
        string text = piece.Token.Text;
        if (at < 0 || at + 1 == operands.Count || !EndsWithParameter(text.TrimEnd('"')))
        {
            return null;
        }

        string separator = text.Substring(text.Length - Parameter.Length - 2, 1);
        List<string> parts = [.. operands.Select(static operand => operand.ToString())];
        parts[at] = text.Remove(text.Length - Parameter.Length - 2, Parameter.Length + 1);
        if (at + 2 < operands.Count)
        {
            // What follows takes the place of the parameter.
            if (parts[at + 2].StartsWith("\"&", StringComparison.Ordinal))
            {
                parts[at + 2] = "\"" + separator + parts[at + 2].Substring(2);
            }
            else
            {
                return null;
            }
        }

        parts.RemoveAt(at + 1);
        if (parts[at] is "\"\"" or "@\"\"" && parts.Count > 1)
        {
            parts.RemoveAt(at);
        }

        return new KeylessAddress(address, KeyOf(operands[at + 1]), string.Join(" + ", parts));
    }

    private static List<ExpressionSyntax> OperandsOf(BinaryExpressionSyntax sum)
    {
        List<ExpressionSyntax> operands = [];
        ExpressionSyntax left = sum;
        while (left is BinaryExpressionSyntax add && add.IsKind(SyntaxKind.AddExpression))
        {
            operands.Insert(0, add.Right);
            left = add.Left;
        }

        operands.Insert(0, left);
        return operands;
    }

    private static string KeyOf(ExpressionSyntax operand) => operand is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression.ToString() : operand.ToString();

    private static bool EndsWithParameter(string text) => text.EndsWith("?" + Parameter, StringComparison.Ordinal) || text.EndsWith("&" + Parameter, StringComparison.Ordinal);
}
