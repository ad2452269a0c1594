namespace GeminiGen.TestHarness;

/// <summary>Texts of the shape of keys, put together at run time so that no file of the repository holds one. None was ever valid.</summary>
public static class TestKeys
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>The prefix of <see cref="Standard"/>.</summary>
    public static string StandardPrefix { get; } = string.Concat("AI", "za");

    /// <summary>The prefix of <see cref="Auth"/>.</summary>
    public static string AuthPrefix { get; } = string.Concat("AQ", ".Ab");

    /// <summary>The older shape, 39 characters.</summary>
    public static string Standard { get; } = StandardPrefix + Random(1, 35);

    /// <summary>Another of the older shape.</summary>
    public static string OtherStandard { get; } = StandardPrefix + Random(2, 35);

    /// <summary>The newer shape, 53 characters.</summary>
    public static string Auth { get; } = AuthPrefix + "8RN6" + Random(3, 44);

    /// <summary>Another of the newer shape.</summary>
    public static string OtherAuth { get; } = AuthPrefix + "8RN6" + Random(4, 44);

    /// <summary>The newer prefix with a length nobody has seen yet.</summary>
    public static string LongAuth { get; } = AuthPrefix + Random(5, 80);

    /// <summary>Random characters as keys have them, the same for the same seed.</summary>
    public static string Random(int seed, int length)
    {
        var random = new Random(seed);
        return string.Create(length, random, static (span, random) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = Alphabet[random.Next(Alphabet.Length)];
            }
        });
    }
}
