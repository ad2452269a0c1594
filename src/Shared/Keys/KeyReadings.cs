namespace GeminiGen;

/// <summary>Finds keys in texts and in what texts decode to. A text is decoded into a buffer of the thread, and only a prefix found there is worth a string.</summary>
internal static class KeyReadings
{
    // Longer texts are pictures and programs.
    private const int LongestText = 8192;

    // "&#x41;", with room for leading zeros.
    private const int LongestReference = 8;

    private const int BitsOfBase64 = 6;
    private const int BitsOfByte = 8;

    [ThreadStatic]
    private static char[]? _buffer;

    /// <summary>Finds the first key at or after a position: as it stands, or else in what the whole text decodes to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="match">The key; one that had to be decoded takes the whole text as its place.</param>
    /// <param name="reading">How it was read.</param>
    public static bool TryFind(string text, int start, out KeyMatch match, out KeyReading reading)
    {
        reading = KeyReading.Plain;
        return KeyShapes.TryFind(text, start, out match) || (start == 0 && TryDecode(text, out match, out reading));
    }

    /// <summary>Finds a key in what the whole text decodes to. The match has the decoded key's length and the text's place.</summary>
    public static bool TryDecode(string text, out KeyMatch match, out KeyReading reading)
    {
        if (text.Length >= KeyShapes.ShortestKey && text.Length <= LongestText)
        {
            char[] buffer = _buffer ??= new char[LongestText];
            for (reading = KeyReading.Reversed; reading <= KeyReading.Escapes; reading++)
            {
                int length = Decode(text, reading, buffer);
                if (length >= KeyShapes.ShortestKey && KeyShapes.HasPrefix(buffer, length) && KeyShapes.TryFind(new string(buffer, 0, length), 0, out KeyMatch decoded))
                {
                    match = new KeyMatch(decoded.Family, 0, text.Length) { KeyLength = decoded.Length };
                    return true;
                }
            }
        }

        reading = KeyReading.Plain;
        match = default;
        return false;
    }

    private static int Decode(string text, KeyReading reading, char[] buffer) => reading switch
    {
        KeyReading.Reversed => Reverse(text, buffer),
        KeyReading.Base64 => DecodeBase64(text, buffer),
        KeyReading.Hex => DecodeHex(text, buffer),
        _ => DecodeEscapes(text, buffer),
    };

    private static int Reverse(string text, char[] buffer)
    {
        for (int i = 0; i < text.Length; i++)
        {
            buffer[i] = text[text.Length - 1 - i];
        }

        return text.Length;
    }

    private static int DecodeBase64(string text, char[] buffer)
    {
        int length = 0;
        int bits = 0;
        int held = 0;
        foreach (char c in text)
        {
            int value = ValueOfBase64(c);
            if (value >= 0)
            {
                bits = ((bits << BitsOfBase64) | value) & 0xFFFF;
                held += BitsOfBase64;
                if (held >= BitsOfByte)
                {
                    held -= BitsOfByte;
                    buffer[length++] = (char)((bits >> held) & 0xFF);
                }
            }
            else if (c is not ('=' or '\r' or '\n'))
            {
                return 0;
            }
        }

        return length;
    }

    private static int ValueOfBase64(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };

    private static int DecodeHex(string text, char[] buffer)
    {
        int length = 0;
        int digits = 0;
        int value = 0;
        for (int i = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 2 : 0; i < text.Length; i++)
        {
            if (Uri.IsHexDigit(text[i]))
            {
                value = (value << 4) | ValueOfHex(text[i]);
                if (++digits % 2 == 0)
                {
                    buffer[length++] = (char)(value & 0xFF);
                }
            }
            else if (text[i] is not ('-' or ':' or ' ' or ',') || digits % 2 != 0)
            {
                return 0;
            }
        }

        return digits % 2 == 0 ? length : 0;
    }

    private static int DecodeEscapes(string text, char[] buffer)
    {
        int length = 0;
        bool isEscaped = false;
        for (int i = 0; i < text.Length;)
        {
            int taken = ReadEscape(text, i, out char c);
            isEscaped |= taken > 1;
            buffer[length++] = c;
            i += taken;
        }

        return isEscaped ? length : 0;
    }

    // "%41" of addresses, "\u0041" of JSON, "&#65;" and "&#x41;" of XML; any other character stands for itself.
    private static int ReadEscape(string text, int index, out char c)
    {
        (int start, int end, int radix, int taken) = text[index] switch
        {
            '%' => (index + 1, index + 3, 16, 3),
            '\\' when Is(text, index + 1, 'u') => (index + 2, index + 6, 16, 6),
            '&' when Is(text, index + 1, '#') && text.IndexOf(';', index) is > 0 and int close && close - index <= LongestReference
                => Is(text, index + 2, 'x') ? (index + 3, close, 16, close + 1 - index) : (index + 2, close, 10, close + 1 - index),
            _ => default,
        };
        int code = ReadNumber(text, start, end, radix);
        c = code >= 0 ? (char)code : text[index];
        return code >= 0 ? taken : 1;
    }

    private static bool Is(string text, int index, char c) => index < text.Length && text[index] == c;

    // -1 where there is no number.
    private static int ReadNumber(string text, int start, int end, int radix)
    {
        int number = 0;
        for (int i = start; i < end; i++)
        {
            bool isDigit = i < text.Length && (radix == 16 ? Uri.IsHexDigit(text[i]) : text[i] is >= '0' and <= '9');
            if (!isDigit)
            {
                return -1;
            }

            number = (number * radix) + ValueOfHex(text[i]);
        }

        return end > start && number <= char.MaxValue ? number : -1;
    }

    private static int ValueOfHex(char c) => c <= '9' ? c - '0' : (c & ~0x20) - 'A' + 10;
}
