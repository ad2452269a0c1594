using System.Text;

namespace GeminiGen.Emulator.Answers;

/// <summary>
/// Estimates tokens by classes of characters: what a token holds was measured with the public Gemma 3 vocabulary (English and German
/// prose about 4.5 characters, Han, kana and Hangul 1.6 to 1.9, other scripts 3.5, digits one each, other punctuation 1.75).
/// </summary>
internal static class TokenEstimator
{
    /// <summary>What one turn, or the system block, costs beside its text.</summary>
    public const int PerTurn = 1;

    private const double LettersPerToken = 4.5;
    private const double OtherLettersPerToken = 3.5;
    private const double IdeographsPerToken = 1.7;
    private const double MarksPerToken = 1.75;

    public static int Estimate(string text)
    {
        long latin = 0, other = 0, ideographs = 0, digits = 0, marks = 0;
        bool afterSpace = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool space = Rune.IsWhiteSpace(rune);
            if (space)
            {
                // A space belongs to the word after it; a run of them counts once.
                latin += afterSpace ? 0 : 1;
            }
            else if (IsIdeograph(rune.Value))
            {
                ideographs++;
            }
            else if (Rune.IsDigit(rune))
            {
                digits++;
            }
            else if (Rune.IsLetter(rune))
            {
                _ = rune.Value < 0x250 ? latin++ : other++;
            }
            else
            {
                marks++;
            }

            afterSpace = space;
        }

        double tokens = (latin / LettersPerToken) + (other / OtherLettersPerToken) + (ideographs / IdeographsPerToken) + digits + (marks / MarksPerToken);
        return (int)Math.Ceiling(tokens);
    }

    private static bool IsIdeograph(int value) => value is
        (>= 0x1100 and <= 0x11FF) or (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFF00 and <= 0xFFEF) or (>= 0x1F000 and <= 0x3FFFF);
}
