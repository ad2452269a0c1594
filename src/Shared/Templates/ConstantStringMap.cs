using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen;

/// <summary>
/// Maps characters of a constant string to the characters of source they come from: through escapes, verbatim, raw and interpolated literals
/// and concatenations. What comes from a constant declared elsewhere maps to the whole expression.
/// </summary>
internal static class ConstantStringMap
{
    /// <summary>The source of some characters of <paramref name="value"/>.</summary>
    /// <param name="expression">The constant expression.</param>
    /// <param name="value">Its value.</param>
    /// <param name="start">The first character.</param>
    /// <param name="length">How many; 0 for a position between two.</param>
    public static Location Locate(ExpressionSyntax expression, string value, int start, int length)
    {
        List<ConstantPiece> pieces = [];
        Collect(expression, pieces);
        return TryLocate(pieces, value.Length, start, length) is { } span
            ? Location.Create(expression.SyntaxTree, span)
            : expression.GetLocation();
    }

    private static TextSpan? TryLocate(List<ConstantPiece> pieces, int total, int start, int length)
    {
        TextSpan? first = FindCharacter(pieces, total, start);
        TextSpan? last = length > 1 ? FindCharacter(pieces, total, start + length - 1) : first;
        return first is { } from && last is { } to && to.End >= from.Start ? TextSpan.FromBounds(from.Start, to.End) : null;
    }

    /// <summary>Counts from the front up to the first piece of unknown length, then from the back up to the last one.</summary>
    private static TextSpan? FindCharacter(List<ConstantPiece> pieces, int total, int index)
    {
        int position = 0;
        foreach (ConstantPiece piece in pieces)
        {
            if (piece.Characters is not { } characters)
            {
                break;
            }

            if (index < position + characters.Count)
            {
                return characters[index - position];
            }

            position += characters.Count;
        }

        position = total;
        for (int i = pieces.Count - 1; i >= 0; i--)
        {
            if (pieces[i].Characters is not { } characters)
            {
                break;
            }

            position -= characters.Count;
            if (index >= position && index < position + characters.Count)
            {
                return characters[index - position];
            }
        }

        return null;
    }

    private static void Collect(ExpressionSyntax expression, List<ConstantPiece> pieces)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Collect(parenthesized.Expression, pieces);
                break;
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression):
                Collect(binary.Left, pieces);
                Collect(binary.Right, pieces);
                break;
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                pieces.Add(new ConstantPiece(StringTokenReader.ReadLiteral(literal.Token)));
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
                {
                    pieces.Add(new ConstantPiece(content is InterpolatedStringTextSyntax text
                        ? StringTokenReader.ReadInterpolatedText(interpolated.StringStartToken, text.TextToken)
                        : null));
                }

                break;
            default:
                pieces.Add(new ConstantPiece(null));
                break;
        }
    }

    /// <summary>A piece of the constant: the source of each of its characters, or null where it is declared elsewhere.</summary>
    private readonly record struct ConstantPiece(List<TextSpan>? Characters);
}
