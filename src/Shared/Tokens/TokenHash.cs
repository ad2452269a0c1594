namespace GeminiGen;

/// <summary>Where a feature stands in a table of limited size.</summary>
internal static class TokenHash
{
    // 2^32 divided by the golden ratio: neighbouring values land far from each other (Knuth's multiplicative hashing).
    private const uint Multiplier = 0x9E3779B1;

    /// <summary>Gives a number of so many bits.</summary>
    public static int Of(int value, int bits) => (int)(unchecked((uint)value * Multiplier) >> (32 - bits));

    /// <summary>The same of two values.</summary>
    public static int Of(int first, int second, int bits) => Of((first << 8) + first + second, bits);
}
