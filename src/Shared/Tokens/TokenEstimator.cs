namespace GeminiGen;

#pragma warning disable IDE0040 // The runtime's part makes it public; inside the compiler it stays internal.
/// <content>The estimate of a text.</content>
static partial class TokenEstimator
#pragma warning restore IDE0040
{
    /// <summary>What a turn or a system instruction costs beside its text, in tokens; seen on models since 2.5.</summary>
    public const int TokensPerTurn = 1;

    /// <summary>Estimates the tokens of a text.</summary>
    /// <param name="text">The text in UTF-16. Halves of surrogate pairs that stand alone count as symbols.</param>
    /// <returns>Whole tokens: 0 for an empty text, at least 1 for any other.</returns>
    public static int Estimate(ReadOnlySpan<char> text)
    {
        TokenScanner<TokenSum> scanner = new(default);
        for (int i = 0; i < text.Length; i++)
        {
            int start = i;
            int codePoint = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                codePoint = char.ConvertToUtf32(text[i], text[++i]);
            }

            scanner.Read(codePoint, start, i + 1);
        }

        scanner.Finish(text.Length);
        return scanner.Features.ToTokens(text.Length);
    }

    /// <summary>Estimates the tokens of a text in UTF-8.</summary>
    /// <param name="utf8Text">The text. A byte that belongs to no character counts as a symbol.</param>
    /// <returns>Whole tokens, the same as for the text in UTF-16: 0 for an empty text, at least 1 for any other.</returns>
    public static int Estimate(ReadOnlySpan<byte> utf8Text)
    {
        TokenScanner<TokenSum> scanner = new(default);
        for (int i = 0; i < utf8Text.Length;)
        {
            int start = i;
            int codePoint = utf8Text[i] < 0x80 ? utf8Text[i++] : DecodeLong(utf8Text, ref i);
            scanner.Read(codePoint, start, i);
        }

        scanner.Finish(utf8Text.Length);
        return scanner.Features.ToTokens(utf8Text.Length);
    }

    /// <summary>Estimates a turn, or a system instruction, that holds a text: its tokens and <see cref="TokensPerTurn"/>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Whole tokens, at least 1.</returns>
    public static int EstimateTurn(ReadOnlySpan<char> text) => Estimate(text) + TokensPerTurn;

    private static int DecodeLong(ReadOnlySpan<byte> text, ref int index)
    {
        const int Replacement = 0xFFFD;
        int lead = text[index++];
        int more = lead switch { >= 0xC2 and < 0xE0 => 1, >= 0xE0 and < 0xF0 => 2, >= 0xF0 and < 0xF5 => 3, _ => 0 };
        if (more == 0 || index + more > text.Length)
        {
            return Replacement;
        }

        int codePoint = lead & (0x3F >> more);
        for (int i = 0; i < more; i++)
        {
            if ((text[index + i] & 0xC0) != 0x80)
            {
                return Replacement;
            }

            codePoint = (codePoint << 6) | (text[index + i] & 0x3F);
        }

        index += more;
        return codePoint;
    }
}
