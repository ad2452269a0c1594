namespace GeminiGen;

/// <summary>
/// Half a surrogate pair is no character, but JSON can write one as an escape, and models do where they cut an emoji. No reader takes it: it becomes
/// U+FFFD, as .NET decodes what is no text everywhere else.
/// </summary>
internal static class HalfSurrogates
{
    private const int EscapeLength = 6;

    /// <summary>The same JSON without halves: the bytes given where they hold none, else a copy.</summary>
    internal static ReadOnlySpan<byte> Replace(ReadOnlySpan<byte> json)
    {
        int first = Find(json, 0);
        if (first < 0)
        {
            return json;
        }

        byte[] copy = json.ToArray();
        Replace(copy, first);
        return copy;
    }

    /// <summary>Replaces halves where they stand: the escape of U+FFFD is as long as theirs.</summary>
    internal static void Replace(Span<byte> json) => Replace(json, Find(json, 0));

    private static void Replace(Span<byte> json, int first)
    {
        for (int at = first; at >= 0; at = Find(json, at + EscapeLength))
        {
            "\\ufffd"u8.CopyTo(json[at..]);
        }
    }

    /// <summary>The place of the first escaped half from a place on; -1 when there is none.</summary>
    private static int Find(ReadOnlySpan<byte> json, int from)
    {
        while (NextEscape(json, from) is >= 0 and int at)
        {
            int high = KindAt(json, at);
            if (high == 0)
            {
                from = at + EscapeLength;
            }
            else if (high == 1 && KindAt(json, at + EscapeLength) == 2)
            {
                from = at + (2 * EscapeLength);
            }
            else
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The place of the next <c>\u</c> that is an escape and not the end of an escaped backslash.</summary>
    private static int NextEscape(ReadOnlySpan<byte> json, int from)
    {
        while (from < json.Length && json[from..].IndexOf("\\u"u8) is >= 0 and int offset)
        {
            int at = from + offset;
            int backslashes = 1;
            while (backslashes <= at && json[at - backslashes] == (byte)'\\')
            {
                backslashes++;
            }

            if (backslashes % 2 == 1)
            {
                return at;
            }

            from = at + 2;
        }

        return -1;
    }

    /// <summary>What is escaped: 1 for the high half of a pair, 2 for the low one, 0 for anything else.</summary>
    private static int KindAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + EscapeLength > json.Length || json[at] != (byte)'\\' || json[at + 1] != (byte)'u' || (json[at + 2] | 0x20) != 'd')
        {
            return 0;
        }

        return (json[at + 3] | 0x20) switch
        {
            '8' or '9' or 'a' or 'b' => 1,
            'c' or 'd' or 'e' or 'f' => 2,
            _ => 0,
        };
    }
}
