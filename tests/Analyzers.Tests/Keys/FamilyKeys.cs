namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>Makes keys of every family at run time, so that no file of the repository holds one. The same seed makes the same key; none was ever valid.</summary>
internal static class FamilyKeys
{
    private const string Hex = "0123456789abcdef";
    private const string Alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A key as the provider makes them.</summary>
    public static string Create(KeyFamily family, int seed)
    {
        var random = new Random(seed);
        string body = Draw(random, family, UsualLength(family) - family.Prefix.Length);
        string key = family.Prefix + (family.Marker is { } marker ? body[..(body.Length / 2)] + marker + body[((body.Length / 2) + marker.Length)..] : body);
        return family == KeyFamilies.Auth ? family.Prefix + "8RN6" + key[(family.Prefix.Length + 4)..] : key;
    }

    private static int UsualLength(KeyFamily family) => family.Prefix switch
    {
        "AQ.Ab" => 53,
        "ya29." => 180,
        "sk-proj-" or "sk-svcacct-" or "sk-admin-" => 164,
        "sk-ant-api03-" or "sk-ant-admin01-" or "sk-ant-oat01-" => 108,
        "xai-" => 84,
        "pplx-" => 53,
        "nvapi-" => 70,
        "fw_" => 25,
        _ when family.Marker is not null => 51,
        _ => family.MinimumLength,
    };

    private static string Draw(Random random, KeyFamily family, int length)
    {
        string alphabet = family.Alphabet switch
        {
            KeyAlphabet.Hex => Hex,
            KeyAlphabet.Alphanumeric => Alphanumeric,
            _ => Alphanumeric + "-_",
        };
        return new string(random.GetItems(alphabet.AsSpan(), length));
    }
}
