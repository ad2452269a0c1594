using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen;

/// <summary>Finds, for each character of a string token's value, the characters of source that stand for it.</summary>
internal static class StringTokenReader
{
    /// <summary>Reads a literal; null where its value cannot be followed.</summary>
    public static List<TextSpan>? ReadLiteral(SyntaxToken token)
    {
        string text = token.Text;
        List<TextSpan>? characters = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@\"", StringComparison.Ordinal) => ReadVerbatim(token, 2, text.Length - 1, hasBraces: false),
            SyntaxKind.StringLiteralToken => ReadRegular(token, 1, text.Length - 1, hasBraces: false),
            SyntaxKind.SingleLineRawStringLiteralToken => ReadSingleLineRaw(token),
            SyntaxKind.MultiLineRawStringLiteralToken => ReadMultiLineRaw(token),
            _ => null,
        };
        return characters?.Count == token.ValueText.Length ? characters : null;
    }

    /// <summary>Reads the text between the holes of an interpolated string; null for raw ones, whose text is not contiguous.</summary>
    public static List<TextSpan>? ReadInterpolatedText(SyntaxToken start, SyntaxToken token)
    {
        List<TextSpan>? characters = start.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => ReadRegular(token, 0, token.Text.Length, hasBraces: true),
            SyntaxKind.InterpolatedVerbatimStringStartToken => ReadVerbatim(token, 0, token.Text.Length, hasBraces: true),
            _ => null,
        };
        return characters;
    }

    private static List<TextSpan> ReadRegular(SyntaxToken token, int start, int end, bool hasBraces)
    {
        string text = token.Text;
        List<TextSpan> characters = new(end - start);
        for (int i = start; i < end;)
        {
            int length = text[i] == '\\' ? GetEscapeLength(text, i, end) : IsDoubled(text, i, end, hasBraces) ? 2 : 1;
            int count = length == 10 && IsSupplementary(text.Substring(i + 2, 8)) ? 2 : 1;
            for (int k = 0; k < count; k++)
            {
                characters.Add(new TextSpan(token.SpanStart + i, length));
            }

            i += length;
        }

        return characters;
    }

    private static List<TextSpan> ReadVerbatim(SyntaxToken token, int start, int end, bool hasBraces)
    {
        string text = token.Text;
        List<TextSpan> characters = new(end - start);
        for (int i = start; i < end;)
        {
            int length = (text[i] == '"' && i + 1 < end) || IsDoubled(text, i, end, hasBraces) ? 2 : 1;
            characters.Add(new TextSpan(token.SpanStart + i, length));
            i += length;
        }

        return characters;
    }

    private static List<TextSpan> ReadSingleLineRaw(SyntaxToken token)
    {
        int quotes = CountQuotes(token.Text);
        List<TextSpan> characters = [];
        for (int i = quotes; i < token.Text.Length - quotes; i++)
        {
            characters.Add(new TextSpan(token.SpanStart + i, 1));
        }

        return characters;
    }

    /// <summary>The content lies between the first and the last line; the last line's white space is taken off every line.</summary>
    private static List<TextSpan> ReadMultiLineRaw(SyntaxToken token)
    {
        string text = token.Text;
        int quotes = CountQuotes(text);
        int lastLine = text.LastIndexOf('\n') + 1;
        int indentation = text.Length - quotes - lastLine;
        int contentEnd = lastLine - 1 > 0 && text[lastLine - 2] == '\r' ? lastLine - 2 : lastLine - 1;
        List<TextSpan> characters = [];
        for (int i = text.IndexOf('\n') + 1; i < contentEnd;)
        {
            int lineEnd = text.IndexOf('\n', i);
            lineEnd = lineEnd < 0 || lineEnd >= contentEnd ? contentEnd : lineEnd + 1;
            for (int k = Math.Min(i + indentation, SkipShortLine(text, i, lineEnd, indentation)); k < lineEnd; k++)
            {
                characters.Add(new TextSpan(token.SpanStart + k, 1));
            }

            i = lineEnd;
        }

        return characters;
    }

    /// <summary>A line of nothing but white space may be shorter than the indentation; its line end still counts.</summary>
    private static int SkipShortLine(string text, int start, int end, int indentation)
    {
        int position = start;
        while (position < end && position - start < indentation && text[position] is not ('\r' or '\n'))
        {
            position++;
        }

        return position;
    }

    private static int CountQuotes(string text)
    {
        int count = 0;
        while (count < text.Length && text[count] == '"')
        {
            count++;
        }

        return count;
    }

    private static bool IsDoubled(string text, int index, int end, bool hasBraces)
        => hasBraces && text[index] is ('{' or '}') && index + 1 < end && text[index + 1] == text[index];

    private static bool IsSupplementary(string digits)
        => int.TryParse(digits, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out int code) && code > 0xFFFF;

    private static int GetEscapeLength(string text, int index, int end)
    {
        if (index + 1 >= end)
        {
            return 1;
        }

        switch (text[index + 1])
        {
            case 'u':
                return Math.Min(6, end - index);
            case 'U':
                return Math.Min(10, end - index);
            case 'x':
                int length = 2;
                while (length < 6 && index + length < end && IsHexDigit(text[index + length]))
                {
                    length++;
                }

                return length;
            default:
                return 2;
        }
    }

    private static bool IsHexDigit(char character)
        => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
