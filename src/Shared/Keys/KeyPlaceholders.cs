namespace GeminiGen;

/// <summary>Tells a key that a generator made from one that a person typed to show where a key goes.</summary>
internal static class KeyPlaceholders
{
    private const int LongestRepeat = 4;

    // 16 characters, all as frequent.
    private const double HighestHexEntropy = 4.0;

    // Characters in a row that count as a word. With 4, one random key in 1,500 of the older shape is taken for words, and one in 15,000 of the newer.
    private const int ShortestWord = 4;

    private const string PlaceholderCharacters = "<>[]*…$% ";

    private static readonly string[] Words =
    [
        "your", "example", "sample", "placeholder", "dummy", "fake", "changeme", "change-me", "change_me", "replace", "insert", "redacted", "notreal", "not-real",
        "not_real", "invalid", "apikey", "api-key", "api_key", "mykey", "testkey", "test-key", "test_key", "xxxx", "goes-here", "goes_here", "goeshere", "not-a-key", "not_a_key", "notakey",
    ];

    /// <summary>True when the text between two positions could come from a generator of keys: mixed characters, no long repetition, no word of a placeholder.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the key goes on behind its prefix.</param>
    /// <param name="end">Behind its last character.</param>
    /// <param name="entropyFloor">Bits per character below which it was typed.</param>
    public static bool LooksRandom(string text, int start, int end, double entropyFloor)
        => HasMixedCharacters(text, start, end, entropyFloor)
            && LongestRun(text, start, end) <= LongestRepeat
            && Entropy(text, start, end) > entropyFloor
            && !ReadsAsWords(text, start, end)
            && !HasWord(text, start, end);

    /// <summary>True for what people write where a key would go: words, names in capitals, brackets, dots.</summary>
    public static bool IsPlaceholder(string text)
        => HasWord(text, 0, text.Length)
            || text.Any(static c => PlaceholderCharacters.Contains(c))
            || text.Contains("...")
            || text.All(static c => c is (>= 'A' and <= 'Z') or '_');

    private static bool HasMixedCharacters(string text, int start, int end, double entropyFloor)
    {
        bool lower = false;
        bool upper = false;
        bool digit = false;
        for (int i = start; i < end; i++)
        {
            lower |= text[i] is >= 'a' and <= 'z';
            upper |= text[i] is >= 'A' and <= 'Z';
            digit |= text[i] is >= '0' and <= '9';
        }

        // Some keys of the wider alphabet are hexadecimal all the same.
        bool isHex = !upper && entropyFloor < HighestHexEntropy;
        return isHex ? lower && digit : lower && upper && (digit || end - start < 40);
    }

    // Names and sentences are words: small letters in a row. Capitals in a row are no sign: counted as well, they would hide 1 of 150 random keys of the
    // older shape (300,000 simulated). Alphabets and digits counted up are what fingers type. In random characters neither fills half of the text, and
    // words with a capital at their head, which come by chance more often, do not fill two thirds.
    private static bool ReadsAsWords(string text, int start, int end)
    {
        int length = end - start;
        return CountTyped(text, start, end, withCapitals: false) * 2 > length || CountTyped(text, start, end, withCapitals: true) * 3 > length * 2;
    }

    private static int CountTyped(string text, int start, int end, bool withCapitals)
    {
        int typed = 0;
        for (int i = start; i < end;)
        {
            int length = Math.Max(LengthOfWord(text, i, end, withCapitals), Math.Max(LengthOfSequence(text, i, end, 1), LengthOfSequence(text, i, end, 2)));
            typed += length >= ShortestWord ? length : 0;
            i += length >= ShortestWord ? length : 1;
        }

        return typed;
    }

    private static int LengthOfWord(string text, int start, int end, bool withCapital)
    {
        int i = withCapital && text[start] is >= 'A' and <= 'Z' ? start + 1 : start;
        while (i < end && text[i] is >= 'a' and <= 'z')
        {
            i++;
        }

        return i - start;
    }

    // "abcd" and "1234" at every character, "a1b2c3" at every second.
    private static int LengthOfSequence(string text, int start, int end, int step)
    {
        int i = start + step;
        while (i < end && char.ToLowerInvariant(text[i]) == char.ToLowerInvariant(text[i - step]) + 1)
        {
            i++;
        }

        return i - start;
    }

    private static int LongestRun(string text, int start, int end)
    {
        int longest = 0;
        int run = 0;
        for (int i = start; i < end; i++)
        {
            run = i > start && text[i] == text[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static double Entropy(string text, int start, int end)
    {
        var counts = new int[128];
        for (int i = start; i < end; i++)
        {
            counts[text[i]]++;
        }

        double length = end - start;
        double bits = 0;
        foreach (int count in counts)
        {
            if (count > 0)
            {
                bits -= count / length * Math.Log(count / length, 2);
            }
        }

        return bits;
    }

    private static bool HasWord(string text, int start, int end)
    {
        foreach (string word in Words)
        {
            if (text.IndexOf(word, start, end - start, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
