namespace GeminiGen.Testing.Tests.Support;

/// <summary>Texts of the shape of keys, put together at run time so that no file holds one. None was ever valid.</summary>
internal static class TestKeys
{
    public static string Create(int seed)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        Random random = new(seed);
        return string.Concat("AI", "za") + string.Concat(Enumerable.Range(0, 35).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
    }
}
