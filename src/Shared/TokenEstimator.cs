namespace GeminiGen;

/// <summary>
/// Estimates how many tokens a text costs, without a vocabulary and without allocation: characters are counted by class of script, each class with its measured
/// number of characters per token. Good for warnings and budgets; the exact figure comes from the API's <c>countTokens</c>.
/// </summary>
internal static class TokenEstimator
{
    // Thousandths of a token per character: 1000 / (characters per token), measured on running text with a public vocabulary of the same family.
    private const int LatinLetter = 222;
    private const int OtherAlphabetLetter = 285;
    private const int SyllableOrIdeograph = 600;
    private const int Digit = 1000;
    private const int Punctuation = 570;

    // Line breaks and indentation are a token a run, however long; one space belongs to the word behind it.
    private const int WhiteSpaceRun = 1000;

    /// <summary>The cost of opening a turn or a system instruction, in tokens, seen on models since 2.5.</summary>
    public const int TokensPerTurn = 1;

    /// <summary>Estimates the tokens of a text, in whole tokens, rounded up; 0 for an empty one.</summary>
    public static int Estimate(ReadOnlySpan<char> text)
    {
        long thousandths = 0;
        for (int i = 0; i < text.Length; i++)
        {
            thousandths += char.IsWhiteSpace(text[i]) ? CostOfWhiteSpace(text, ref i) : CostOf(text[i]);
        }

        return (int)Math.Min(int.MaxValue, (thousandths + 999) / 1000);
    }

    private static int CostOfWhiteSpace(ReadOnlySpan<char> text, ref int index)
    {
        int start = index;
        while (index + 1 < text.Length && char.IsWhiteSpace(text[index + 1]))
        {
            index++;
        }

        return index == start && text[start] == ' ' ? 0 : WhiteSpaceRun;
    }

    private static int CostOf(char c)
    {
        if (c < 0x80)
        {
            return c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') ? LatinLetter
                : c is >= '0' and <= '9' ? Digit
                : Punctuation;
        }

        return c switch
        {
            < '\u0250' => LatinLetter, // Latin-1 and extended
            < '\u2000' => OtherAlphabetLetter, // Greek, Cyrillic, Hebrew, Arabic, Indic, Thai
            < '\u2E80' => Punctuation, // general punctuation and symbols
            < '\uFB00' => SyllableOrIdeograph, // kana, ideographs, Hangul, and each half of a surrogate pair
            _ => Punctuation,
        };
    }
}
