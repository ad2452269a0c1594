namespace GeminiGen.Analyzers.Settings;

/// <summary>Keys without a shape of their own (Mistral, Cohere, Azure OpenAI and the like), known by the setting they stand in: an opaque value where a model's key belongs.</summary>
internal static class UnprefixedKeys
{
    private const int HexLength = 32;

    // What the search for keys takes for random, in bits per character.
    private const double EntropyFloor = 4.0;

    private static readonly string[] Providers =
        ["gemini", "googleai", "genai", "generativelanguage", "openai", "anthropic", "claude", "mistral", "cohere", "deepseek", "groq", "openrouter", "perplexity", "huggingface"];

    private static readonly string[] KeyNames = ["apikey", "key", "apitoken", "accesstoken", "authtoken", "token", "secret"];

    // "Public" and the like: keys that are no secret, or none at all.
    private static readonly string[] OtherNames = ["public", "usersecrets", "cache", "partition", "keyvault", "encryption", "signing", "storage", "instrumentation"];

    /// <summary>Whether a setting's value looks like the key of a model.</summary>
    public static bool Is(string value, SettingPath path)
        => value.Length is >= 24 and <= 200
            && IsModelKey(path, out bool isAzure)
            && (LooksOpaque(value) || (isAzure && IsHex(value)));

    private static bool IsModelKey(SettingPath path, out bool isAzure)
    {
        int last = path.Depth - 1;
        while (last > 0 && path[last].ToLowerInvariant() is "" or "value" or "string")
        {
            last--;
        }

        string name = last < 0 ? "" : Simplify(path[last]);
        string all = string.Concat(Enumerable.Range(0, last + 1).Select(level => Simplify(path[level])));
        isAzure = all.Contains("azure");
        return Array.Exists(KeyNames, word => name.EndsWith(word, StringComparison.Ordinal))
            && Array.Exists(Providers, word => all.Contains(word))
            && !Array.Exists(OtherNames, word => name.Contains(word));
    }

    private static string Simplify(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    private static bool LooksOpaque(string value)
        => value.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
            && value.Any(char.IsDigit)
            && !Guid.TryParse(value, out _)
            && KeyPlaceholders.LooksRandom(value, 0, value.Length, EntropyFloor);

    // Azure's keys are what a checksum looks like; only the setting's name tells them apart.
    private static bool IsHex(string value) => value.Length == HexLength && value.All(Uri.IsHexDigit) && value.Any(char.IsDigit) && value.Any(char.IsLetter) && value.Distinct().Count() > 8;
}
