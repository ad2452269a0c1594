using System.Globalization;
using System.Text;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Finds the content words of a text: lower case, without endings and without words that carry no meaning of their own.</summary>
internal static class WordExtensions
{
    private static readonly string[] Endings = ["ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "en", "ly", "s", "e", "y"];

    /// <summary>An ending is taken off only where this many letters remain.</summary>
    private const int ShortestStem = 4;

    public static IEnumerable<string> ContentWords(this string text)
    {
        foreach (string word in text.WordTokens())
        {
            string lower = word.ToLowerInvariant();
            if (!StopWords.Contains(lower) && (lower.Length > 1 || char.IsDigit(lower[0]) || IsIdeograph(lower[0])))
            {
                yield return Stem(lower);
            }
        }
    }

    /// <summary>The words as written. Text in Chinese, Japanese or Korean, which has no spaces, comes in pairs of characters.</summary>
    public static IEnumerable<string> WordTokens(this string text)
    {
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            if (IsIdeograph(text[i]))
            {
                while (i < text.Length && IsIdeograph(text[i]))
                {
                    i++;
                }

                for (int pair = start; pair < Math.Max(start + 1, i - 1); pair++)
                {
                    yield return text.Substring(pair, Math.Min(2, i - pair));
                }
            }
            else if (char.IsLetterOrDigit(text[i]))
            {
                while (i < text.Length && IsInWord(text, i))
                {
                    i++;
                }

                yield return text[start..i];
            }
            else
            {
                i++;
            }
        }
    }

    /// <summary>A name of code as words: <c>wordCount</c>, <c>word_count</c> and <c>Word-Count</c> are "word count".</summary>
    public static string SplitName(this string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '_' or '-' or '.' or ' ')
            {
                text.Append(' ');
                continue;
            }

            bool starts = char.IsUpper(c) && i > 0 && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (starts)
            {
                text.Append(' ');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    public static bool IsIdeograph(char c) => c is
        (>= '\u2E80' and <= '\u2FFF') or (>= '\u3040' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsInWord(string text, int i)
    {
        if (IsIdeograph(text[i]))
        {
            return false;
        }

        bool joins = text[i] is '\'' or '’' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);
        return joins || char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static string Stem(string word)
    {
        foreach (string ending in Endings)
        {
            if (word.Length - ending.Length >= ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }
}
