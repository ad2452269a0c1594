namespace GeminiGen.Analyzers.Keys;

/// <summary>The words of a name: <c>Maps</c> of <c>MapsOptions</c> and of <c>GOOGLE_MAPS</c>, but of neither <c>Bitmaps</c> nor <c>Mapster</c>.</summary>
internal static class NameWords
{
    /// <summary>True when one of the words, in small letters, is a word of a name.</summary>
    public static bool Has(string name, string[] words)
    {
        int start = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i < name.Length && !IsBoundary(name, i))
            {
                continue;
            }

            if (Array.Exists(words, word => word.Length == i - start && string.Compare(name, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                return true;
            }

            start = i < name.Length && !char.IsLetter(name[i]) ? i + 1 : i;
        }

        return false;
    }

    // Before a capital behind a small letter, before the last of several capitals, and at all that is no letter.
    private static bool IsBoundary(string name, int index)
    {
        bool isCapital = char.IsUpper(name[index]);
        return !char.IsLetter(name[index])
            || !char.IsLetter(name[index - 1])
            || (isCapital && char.IsLower(name[index - 1]))
            || (isCapital && index + 1 < name.Length && char.IsLower(name[index + 1]));
    }
}
