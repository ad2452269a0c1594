using System.Collections.Frozen;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Cuts running text into sentences.</summary>
internal static class SentenceSplitter
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "e.g", "i.e", "etc", "cf", "vs", "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "fig", "ca", "bzw", "usw", "z.b", "d.h", "u.a", "vgl", "approx", "inc", "ltd", "jr", "sr");

    public static IEnumerable<string> Split(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!EndsSentence(text, start, i))
            {
                continue;
            }

            int end = i + 1;
            while (end < text.Length && text[end] is '"' or '”' or '’' or '\'' or ')' or '」' or '』' or '.' or '!' or '?')
            {
                end++;
            }

            if (text[start..end].Trim() is { Length: > 0 } sentence)
            {
                yield return sentence;
            }

            start = end;
            i = end - 1;
        }

        if (text[start..].Trim() is { Length: > 0 } rest)
        {
            yield return rest;
        }
    }

    private static bool EndsSentence(string text, int start, int i)
    {
        if (text[i] is '。' or '！' or '？')
        {
            return true;
        }

        if (text[i] is not ('.' or '!' or '?' or '…'))
        {
            return false;
        }

        int next = i + 1;
        while (next < text.Length && text[next] is '"' or '”' or '’' or '\'' or ')')
        {
            next++;
        }

        if (next >= text.Length)
        {
            return true;
        }

        // A new sentence starts after a space and not in lower case.
        if (!char.IsWhiteSpace(text[next]) || (next + 1 < text.Length && char.IsLower(text[next + 1])))
        {
            return false;
        }

        return text[i] != '.' || !EndsWithAbbreviation(text.AsSpan(start, i - start));
    }

    private static bool EndsWithAbbreviation(ReadOnlySpan<char> text)
    {
        int space = text.LastIndexOfAny(" (\u00A0");
        ReadOnlySpan<char> word = text[(space + 1)..];
        return (word.Length == 1 && char.IsUpper(word[0])) || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
