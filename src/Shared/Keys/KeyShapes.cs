namespace GeminiGen;

/// <summary>
/// The search for keys. Providers document neither length nor alphabet of their keys, so the shapes serve to warn, never to validate: a key that looks otherwise is still a key.
/// </summary>
internal static class KeyShapes
{
    /// <summary>No text shorter than this can hold a key.</summary>
    public static readonly int ShortestKey = KeyFamilies.All.Min(static family => family.MinimumLength);

    // A base64 text this long before or after a match, joined to it by '/' or '+', means that the match is a piece of something bigger.
    private const int BlobLength = 40;

    // The parts of a web token that follow a dot are at least this long; a file's extension, a field or a sentence is not.
    private const int SegmentLength = 16;

    // A beginning that is cut shorter than this says nothing.
    private const int ShortestCut = 2;

    // The families whose prefixes begin with a character, at its place; most characters have none.
    private static readonly KeyFamily[]?[] ByFirstCharacter = GroupByFirstCharacter();

    // The second characters of those prefixes, each once.
    private static readonly char[]?[] SecondCharacters
        = [.. ByFirstCharacter.Select(static families => families?.Select(static family => family.Prefix[1]).Distinct().ToArray())];

    /// <summary>Finds the first real-looking key at or after a position.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="match">The key found.</param>
    /// <returns>False when there is none. Placeholders and parts of longer blobs are passed over.</returns>
    public static bool TryFind(string text, int start, out KeyMatch match)
    {
        int last = text.Length - ShortestKey;
        for (int i = start; i <= last; i++)
        {
            if (FamiliesAt(text, i) is { } families && TryMatch(text, i, families, out match))
            {
                return true;
            }
        }

        match = default;
        return false;
    }

    /// <summary>Tells whether a text holds the beginning of a key, or ends in a piece of such a beginning, as a text does whose rest stands elsewhere.</summary>
    public static bool HasBeginning(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (FamiliesAt(text, i) is { } families && (i == 0 || !IsJoined(text, i - 1) || IsPercentEscape(text, i - 3)))
            {
                foreach (KeyFamily family in families)
                {
                    if (StartsWith(text, i, family.Prefix) || IsCutPrefix(text, i, family.Prefix))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>How many characters at a place agree with the prefix that agrees longest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The place.</param>
    /// <param name="isWhole">True when it is all of a prefix.</param>
    public static int MatchPrefix(string text, int index, out bool isWhole)
    {
        int longest = 0;
        isWhole = false;
        foreach (KeyFamily family in FamiliesAt(text, index) ?? [])
        {
            int length = 0;
            while (length < family.Prefix.Length && index + length < text.Length && text[index + length] == family.Prefix[length])
            {
                length++;
            }

            isWhole |= length == family.Prefix.Length;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    /// <summary>Tells whether characters hold the prefix of a family anywhere.</summary>
    public static bool HasPrefix(char[] characters, int length)
    {
        for (int i = 0; i < length; i++)
        {
            if (characters[i] < ByFirstCharacter.Length && ByFirstCharacter[characters[i]] is { } families)
            {
                foreach (KeyFamily family in families)
                {
                    if (StartsWith(characters, i, length, family.Prefix))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool StartsWith(char[] characters, int index, int length, string prefix)
    {
        int i = 0;
        while (i < prefix.Length && index + i < length && characters[index + i] == prefix[i])
        {
            i++;
        }

        return i == prefix.Length;
    }

    private static KeyFamily[]?[] GroupByFirstCharacter()
    {
        var groups = new KeyFamily[]?[128];
        foreach (IGrouping<char, KeyFamily> group in KeyFamilies.All.GroupBy(static family => family.Prefix[0]))
        {
            groups[group.Key] = [.. group];
        }

        return groups;
    }

    // Most characters begin no prefix, and those that do are mostly followed by another character than in one.
    private static KeyFamily[]? FamiliesAt(string text, int index)
    {
        char c = text[index];
        return c >= 128 || ByFirstCharacter[c] is not { } families ? null
            : index + 1 == text.Length || Array.IndexOf(SecondCharacters[c]!, text[index + 1]) >= 0 ? families
            : null;
    }

    private static bool IsCutPrefix(string text, int index, string prefix)
    {
        int rest = text.Length - index;
        return rest >= ShortestCut && rest < prefix.Length && string.CompareOrdinal(text, index, prefix, 0, rest) == 0;
    }

    private static bool StartsWith(string text, int index, string prefix)
        => string.CompareOrdinal(text, index, prefix, 0, prefix.Length) == 0;

    private static bool TryMatch(string text, int start, KeyFamily[] families, out KeyMatch match)
    {
        foreach (KeyFamily family in families)
        {
            if (StartsWith(text, start, family.Prefix) && TryMatch(text, start, family, out match))
            {
                return true;
            }
        }

        match = default;
        return false;
    }

    private static bool TryMatch(string text, int start, KeyFamily family, out KeyMatch match)
    {
        // What is longer than any key need not be walked to its end.
        int bodyStart = start + family.Prefix.Length;
        int limit = Math.Min(text.Length, start + family.MaximumLength + 1);
        int end = bodyStart;
        while (end < limit && IsIn(family.Alphabet, text[end]))
        {
            end++;
        }

        match = new KeyMatch(family, start, end - start);
        return match.Length >= family.MinimumLength
            && match.Length <= family.MaximumLength
            && !IsPartOfBlob(text, start, end)
            && (family.Marker is not { } marker || text.IndexOf(marker, bodyStart, end - bodyStart, StringComparison.Ordinal) >= 0)
            && KeyPlaceholders.LooksRandom(text, bodyStart, end, family.EntropyFloor);
    }

    private static bool IsPartOfBlob(string text, int start, int end)
    {
        if (start > 0 && IsJoined(text, start - 1) && !IsPercentEscape(text, start - 3))
        {
            return true;
        }

        if (end == text.Length)
        {
            return false;
        }

        return text[end] switch
        {
            '+' => true,
            '=' => IsPadding(text, start, end),
            '.' => CountKeyCharacters(text, end + 1) >= SegmentLength,
            '/' => CountBase64(text, end, 1) >= BlobLength,
            char next => IsKeyCharacter(next),
        };
    }

    // One or two '=' fill a base64 text up to a multiple of four; anywhere else they assign, as in "key=value". Prefixes with a character that base64 has not end the matter.
    private static bool IsPadding(string text, int start, int end)
    {
        int last = end + 1 < text.Length && text[end + 1] == '=' ? end + 2 : end + 1;
        bool isClosed = last == text.Length || !IsKeyCharacter(text[last]);
        return isClosed && (last - start) % 4 == 0 && text.IndexOf('.', start, end - start) < 0;
    }

    private static int CountKeyCharacters(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < SegmentLength && IsKeyCharacter(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsJoined(string text, int before)
        => IsWordCharacter(text[before]) || (text[before] is '/' or '+' && CountBase64(text, before, -1) >= BlobLength);

    // As in "%3D" before a key in an escaped query.
    private static bool IsPercentEscape(string text, int index)
        => index >= 0 && text[index] == '%' && Uri.IsHexDigit(text[index + 1]) && Uri.IsHexDigit(text[index + 2]);

    private static int CountBase64(string text, int index, int step)
    {
        int count = 0;
        while (count < BlobLength && index >= 0 && index < text.Length && (IsKeyCharacter(text[index]) || text[index] is '+' or '/'))
        {
            count++;
            index += step;
        }

        return count;
    }

    private static bool IsIn(KeyAlphabet alphabet, char c) => alphabet switch
    {
        KeyAlphabet.Hex => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'),
        KeyAlphabet.Alphanumeric => c != '_' && IsWordCharacter(c),
        _ => IsKeyCharacter(c),
    };

    private static bool IsKeyCharacter(char c) => IsWordCharacter(c) || c == '-';

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
