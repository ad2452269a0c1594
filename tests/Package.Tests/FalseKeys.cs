namespace GeminiGen.Package.Tests;

/// <summary>Texts of the shape of keys, put together at run time so that no file of the repository holds one. None was ever valid.</summary>
internal static class FalseKeys
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Another one for each seed.</summary>
    public static string Create(int seed)
    {
        var random = new Random(seed);
        return string.Concat("AQ", ".Ab", "8RN6", new string(random.GetItems(Alphabet.AsSpan(), 44)));
    }
}
