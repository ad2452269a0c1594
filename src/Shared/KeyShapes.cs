namespace GeminiGen;

/// <summary>
/// The shapes of Gemini keys and the search for them. Google documents neither length nor alphabet of its keys, so the shapes serve to warn, never to
/// validate: a key that looks otherwise is still a key.
/// </summary>
internal static class KeyShapes
{
    /// <summary>The older format, which Maps, Firebase and other Google products share; there it is often public by design.</summary>
    public static readonly KeyShape Standard = new("Google API key", "AIza", 39, 39, IsStrong: false);

    /// <summary>The format of keys made in AI Studio since May 2026. All known samples have 53 characters; other lengths are accepted with care.</summary>
    public static readonly KeyShape Auth = new("Gemini auth key", "AQ.Ab", 33, 160, IsStrong: true);

    /// <summary>No text shorter than this can hold a key.</summary>
    public const int ShortestKey = 33;

    // A base64 text this long before or after a match, joined to it by '/' or '+', means that the match is a piece of something bigger.
    private const int BlobLength = 40;

    // The parts of a web token that follow a dot are at least this long; a file's extension, a field or a sentence is not.
    private const int SegmentLength = 16;

    /// <summary>Finds the first real-looking key at or after a position.</summary>
    /// <param name="text">The text to search.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="match">The key found.</param>
    /// <returns>False when there is none. Placeholders and parts of longer blobs are passed over.</returns>
    public static bool TryFind(string text, int start, out KeyMatch match)
    {
        if (text.Length - start >= ShortestKey)
        {
            for (int i = text.IndexOf('A', start); i >= 0; i = text.IndexOf('A', i + 1))
            {
                if (FindShape(text, i) is { } shape && TryMatch(text, i, shape, out match))
                {
                    return true;
                }
            }
        }

        match = default;
        return false;
    }

    /// <summary>Tells whether a text holds the beginning of a key, or ends in a piece of such a beginning, as a text does whose rest stands elsewhere.</summary>
    public static bool HasBeginning(string text)
    {
        for (int i = text.IndexOf('A'); i >= 0; i = text.IndexOf('A', i + 1))
        {
            if (FindShape(text, i) is not null || IsCutPrefix(text, i, Standard.Prefix) || IsCutPrefix(text, i, Auth.Prefix))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCutPrefix(string text, int index, string prefix)
    {
        int rest = text.Length - index;
        return rest < prefix.Length && string.CompareOrdinal(text, index, prefix, 0, rest) == 0;
    }

    private static KeyShape? FindShape(string text, int index)
        => StartsWith(text, index, Standard.Prefix) ? Standard
            : StartsWith(text, index, Auth.Prefix) ? Auth
            : null;

    private static bool StartsWith(string text, int index, string prefix)
        => string.CompareOrdinal(text, index, prefix, 0, prefix.Length) == 0;

    private static bool TryMatch(string text, int start, KeyShape shape, out KeyMatch match)
    {
        int bodyStart = start + shape.Prefix.Length;
        int end = bodyStart;
        while (end < text.Length && IsKeyCharacter(text[end]))
        {
            end++;
        }

        match = new KeyMatch(shape, start, end - start);
        return match.Length >= shape.MinimumLength
            && match.Length <= shape.MaximumLength
            && !IsPartOfBlob(text, start, end)
            && KeyPlaceholders.LooksRandom(text, bodyStart, end);
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
            _ => false,
        };
    }

    // One or two '=' fill a base64 text up to a multiple of four; anywhere else they assign, as in "key=value". The newer keys have a dot, which base64 has not.
    private static bool IsPadding(string text, int start, int end)
    {
        int last = end + 1 < text.Length && text[end + 1] == '=' ? end + 2 : end + 1;
        bool isClosed = last == text.Length || !IsKeyCharacter(text[last]);
        return isClosed && (last - start) % 4 == 0 && text.IndexOf('.', start, end - start) < 0;
    }

    private static int CountKeyCharacters(string text, int start)
    {
        int end = start;
        while (end < text.Length && IsKeyCharacter(text[end]))
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
        while (index >= 0 && index < text.Length && (IsKeyCharacter(text[index]) || text[index] is '+' or '/'))
        {
            count++;
            index += step;
        }

        return count;
    }

    private static bool IsKeyCharacter(char c) => IsWordCharacter(c) || c == '-';

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_';
}
