using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace GeminiGen;

/// <summary>Writes argument values as the inside of a JSON string: only what JSON demands is escaped, everything else stays as it is.</summary>
internal static class JsonText
{
    private const int StackCharacters = 256;
    private const int MaxFormattedCharacters = 1 << 20;

    // RFC 8259, section 7: quotation mark, reverse solidus, and the control characters up to U+001F.
    private static readonly SearchValues<char> MustEscape = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f" +
        "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    /// <summary>Appends text, escaped; lone surrogates become U+FFFD.</summary>
    internal static void AppendEscaped(PooledUtf8Buffer target, ReadOnlySpan<char> text)
    {
        while (true)
        {
            int run = text.IndexOfAny(MustEscape);
            AppendUnescaped(target, run < 0 ? text : text[..run]);
            if (run < 0)
            {
                return;
            }

            AppendEscape(target, text[run]);
            text = text[(run + 1)..];
        }
    }

    /// <summary>Appends a value in the invariant culture, escaped like text, because a format may hold any character.</summary>
    internal static void AppendFormatted<T>(PooledUtf8Buffer target, T value, string? format)
        where T : ISpanFormattable
    {
        if (value is null)
        {
            return;
        }

        Span<char> stack = stackalloc char[StackCharacters];
        if (value.TryFormat(stack, out int written, format, CultureInfo.InvariantCulture))
        {
            AppendEscaped(target, stack[..written]);
            return;
        }

        AppendLongFormatted(target, value, format);
    }

    private static void AppendLongFormatted<T>(PooledUtf8Buffer target, T value, string? format)
        where T : ISpanFormattable
    {
        for (int size = StackCharacters * 4; size <= MaxFormattedCharacters; size *= 4)
        {
            char[] rented = ArrayPool<char>.Shared.Rent(size);
            bool fits = value.TryFormat(rented, out int written, format, CultureInfo.InvariantCulture);
            if (fits)
            {
                AppendEscaped(target, rented.AsSpan(0, written));
            }

            ArrayPool<char>.Shared.Return(rented);
            if (fits)
            {
                return;
            }
        }

        AppendEscaped(target, value.ToString(format, CultureInfo.InvariantCulture));
    }

    private static void AppendUnescaped(PooledUtf8Buffer target, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // One byte a character is enough for most text; the loop asks for more where it is not. Three are always enough for one character.
            Span<byte> room = target.GetSpan(Math.Max(text.Length, 4));
            Utf8.FromUtf16(text, room, out int read, out int written, replaceInvalidSequences: true, isFinalBlock: true);
            target.Advance(written);
            text = text[read..];
        }
    }

    private static void AppendEscape(PooledUtf8Buffer target, char character)
    {
        switch (character)
        {
            case '"':
                target.Append("\\\""u8);
                break;
            case '\\':
                target.Append("\\\\"u8);
                break;
            case '\n':
                target.Append("\\n"u8);
                break;
            case '\r':
                target.Append("\\r"u8);
                break;
            case '\t':
                target.Append("\\t"u8);
                break;
            default:
                Span<byte> escape = target.GetSpan(6);
                "\\u00"u8.CopyTo(escape);
                escape[4] = (byte)(character < 0x10 ? '0' : '1');
                escape[5] = (byte)"0123456789abcdef"[character & 0xF];
                target.Advance(6);
                break;
        }
    }

    /// <summary>How many UTF-16 characters an escaped text stands for.</summary>
    internal static int CountCharacters(ReadOnlySpan<byte> escaped)
    {
        int count = 0;
        for (int i = 0; i < escaped.Length; i++)
        {
            byte b = escaped[i];
            if (b == (byte)'\\')
            {
                i += escaped[i + 1] == (byte)'u' ? 5 : 1;
                count++;
            }
            else
            {
                // A character starts with a byte that continues none; one of four bytes is a surrogate pair.
                count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
            }
        }

        return count;
    }
}
