using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Neighbouring pieces whose characters are all known, as one text.</summary>
internal sealed class TextRun
{
    private readonly IReadOnlyList<TextPiece> _pieces;
    private readonly int _first;
    private readonly int[] _starts;

    private TextRun(IReadOnlyList<TextPiece> pieces, int first, int[] starts, string text)
    {
        _pieces = pieces;
        _first = first;
        _starts = starts;
        Text = text;
    }

    /// <summary>The characters of all pieces.</summary>
    public string Text { get; }

    /// <summary>Cuts pieces into runs at every unknown piece.</summary>
    public static IEnumerable<TextRun> Split(IReadOnlyList<TextPiece> pieces)
    {
        int first = 0;
        for (int i = 0; i <= pieces.Count; i++)
        {
            if (i == pieces.Count || pieces[i].Text is null)
            {
                if (i > first)
                {
                    yield return Create(pieces, first, i);
                }

                first = i + 1;
            }
        }
    }

    /// <summary>
    /// The place of some of the text: the whole of every piece that holds a part of it. Null when one reference holds all of it, because then it stands, and is reported,
    /// where the constant is declared.
    /// </summary>
    public Location? Locate(int start, int length)
    {
        int firstPiece = FindPiece(start);
        int lastPiece = FindPiece(start + length - 1);
        SyntaxNode first = _pieces[_first + firstPiece].Node;
        SyntaxNode last = _pieces[_first + lastPiece].Node;
        if (firstPiece == lastPiece && _pieces[_first + firstPiece].IsReference)
        {
            return null;
        }

        // Pieces of string.Format stand in no particular order.
        (first, last) = firstPiece == lastPiece ? (first, last) : (WithBraces(first), WithBraces(last));
        int from = Math.Min(first.SpanStart, last.SpanStart);
        int to = Math.Max(first.Span.End, last.Span.End);
        return Location.Create(first.SyntaxTree, TextSpan.FromBounds(from, to));
    }

    private static SyntaxNode WithBraces(SyntaxNode piece) => piece.Parent is InterpolationSyntax hole ? hole : piece;

    private static TextRun Create(IReadOnlyList<TextPiece> pieces, int first, int end)
    {
        var text = new StringBuilder();
        var starts = new int[end - first];
        for (int i = first; i < end; i++)
        {
            starts[i - first] = text.Length;
            text.Append(pieces[i].Text);
        }

        return new TextRun(pieces, first, starts, text.ToString());
    }

    private int FindPiece(int position)
    {
        int piece = _starts.Length - 1;
        while (_starts[piece] > position)
        {
            piece--;
        }

        return piece;
    }
}
