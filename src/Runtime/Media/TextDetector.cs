using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace GeminiGen;

/// <summary>Tells text from other bytes: by its byte order mark, or because it is valid UTF-8 without control characters.</summary>
internal static class TextDetector
{
    // Everything below the space but tab, line ends, form feed and the escape of coloured logs; and the delete character.
    private static readonly SearchValues<byte> Binary = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    /// <summary>The kind of text, or <see langword="null"/> for what is none.</summary>
    internal static string? Detect(ReadOnlySpan<byte> sample, bool isWhole)
    {
        if (sample.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || sample.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return MediaTypes.PlainText;
        }

        bool marked = sample.StartsWith(Encoding.UTF8.Preamble);
        ReadOnlySpan<byte> text = marked ? sample[3..] : sample;
        if (text.ContainsAny(Binary) || !Utf8.IsValid(isWhole ? text : WithoutCutCharacter(text)))
        {
            return null;
        }

        return DetectMarkup(text.TrimStart(" \t\r\n"u8));
    }

    private static string DetectMarkup(ReadOnlySpan<byte> text)
        => StartsWith(text, "<!doctype html"u8) || StartsWith(text, "<html"u8) ? "text/html"
            : text.StartsWith("<?xml"u8) ? "text/xml"
            : text.StartsWith("{\\rtf"u8) ? "text/rtf"
            : MediaTypes.PlainText;

    private static bool StartsWith(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lowerCase)
        => text.Length >= lowerCase.Length && Ascii.EqualsIgnoreCase(text[..lowerCase.Length], lowerCase);

    // A sample may end within a character, of four bytes at most.
    private static ReadOnlySpan<byte> WithoutCutCharacter(ReadOnlySpan<byte> text)
    {
        for (int back = 1; back <= Math.Min(3, text.Length); back++)
        {
            byte last = text[^back];
            if (last >= 0xC0)
            {
                return text[..^back];
            }

            if (last < 0x80)
            {
                break;
            }
        }

        return text;
    }
}
