namespace GeminiGen.Analyzers.Keys;

/// <summary>Tells random characters from names, hashes and ids.</summary>
internal static class OpaqueText
{
    private const int Shortest = 20;
    private const int Longest = 200;
    private const double EntropyFloor = 3.5;
    private const double HexEntropyFloor = 3.0;
    private const int HexLength = 32;
    private const int FewestDigits = 3;

    /// <summary>True for a text that could be a key without a prefix: letters of both cases and digits in no order, and no hash and no GUID.</summary>
    public static bool IsKey(string text)
        => text.Length is >= Shortest and <= Longest
            && HasAlphabet(text)
            && IsInNoOrder(text)
            && !IsHex(text)
            && !Guid.TryParse(text, out _)
            && KeyPlaceholders.LooksRandom(text, 0, text.Length, EntropyFloor);

    /// <summary>True for 32 hexadecimal digits: a key of Azure or Mistral, or a hash. Only the place tells.</summary>
    public static bool IsHexKey(string text)
        => text.Length == HexLength && IsHex(text) && KeyPlaceholders.LooksRandom(text.ToLowerInvariant(), 0, text.Length, HexEntropyFloor);

    private static bool HasAlphabet(string text)
    {
        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHex(string text)
    {
        foreach (char c in text)
        {
            if (!Uri.IsHexDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }

    // Words set together have few digits, and change from small to capital letter no more often than at every third character.
    private static bool IsInNoOrder(string text)
    {
        int digits = 0;
        int breaks = 0;
        for (int i = 0; i < text.Length; i++)
        {
            digits += text[i] is >= '0' and <= '9' ? 1 : 0;
            breaks += i > 0 && KeyFragments.IsBreak(text[i - 1], text[i]) ? 1 : 0;
        }

        return digits >= FewestDigits || (digits > 0 && breaks * 3 >= text.Length);
    }
}
