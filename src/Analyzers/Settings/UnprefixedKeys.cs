using GeminiGen.Analyzers.Keys;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Settings;

/// <summary>Keys without a shape of their own (Mistral, Cohere, Azure OpenAI and the like), known by the setting they stand in: an opaque value where a model's key belongs.</summary>
internal static class UnprefixedKeys
{
    private const int HexLength = 32;
    private const int Shortest = 24;
    private const int Longest = 200;
    private const int LongestConnection = 2000;
    private const string Bearer = "Bearer ";

    // What the search for keys takes for random, in bits per character.
    private const double EntropyFloor = 4.0;

    private static readonly string[] Providers =
        ["gemini", "googleai", "genai", "generativelanguage", "openai", "anthropic", "claude", "mistral", "cohere", "deepseek", "groq", "openrouter", "perplexity", "huggingface"];

    private static readonly string[] KeyNames = ["apikey", "key", "apitoken", "accesstoken", "authtoken", "token", "secret"];

    // "Public" and the like: keys that are no secret, or none at all.
    private static readonly string[] OtherNames = ["public", "usersecrets", "cache", "partition", "keyvault", "encryption", "signing", "storage", "instrumentation"];

    private static readonly string[] KeyHeaders = ["authorization", "x-api-key", "api-key", "x-goog-api-key"];

    // "Endpoint=https://…;Key=…": the part of a connection string that holds the key.
    private static readonly string[] KeyParts = ["key", "apikey", "accesskey"];

    /// <summary>The characters of a setting's value that look like the key of a model: the whole of it, or the key of a connection string; null when there are none.</summary>
    public static TextSpan? Find(string value, SettingPath path)
    {
        if (value.Length is >= Shortest and <= Longest && IsModelKey(path, out bool isAzure) && IsKey(value, isAzure))
        {
            return new TextSpan(0, value.Length);
        }

        return value.IndexOf(';') >= 0 && value.Length <= LongestConnection ? FindInConnection(value, path) : null;
    }

    /// <summary>The characters of a request's header that look like a key, where the request is for the host of a model.</summary>
    public static TextSpan? FindInHeader(string value, string header, string request)
    {
        if (Array.IndexOf(KeyHeaders, header.ToLowerInvariant()) < 0 || !KeySigns.HasModelHost(request))
        {
            return null;
        }

        int start = value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? Bearer.Length : 0;
        string key = value.Substring(start);
        return key.Length is >= Shortest and <= Longest && IsKey(key, isAzure: true) ? new TextSpan(start, key.Length) : null;
    }

    private static TextSpan? FindInConnection(string value, SettingPath path)
    {
        string all = string.Concat(NamesOf(path, path.Depth)) + value.ToLowerInvariant();
        if (!Array.Exists(Providers, word => all.Contains(word)))
        {
            return null;
        }

        for (int start = 0; start < value.Length;)
        {
            int end = value.IndexOf(';', start);
            end = end < 0 ? value.Length : end;
            int equals = value.IndexOf('=', start, end - start);
            bool isKey = equals > 0 && Array.IndexOf(KeyParts, Simplify(value.Substring(start, equals - start))) >= 0;
            string part = isKey ? value.Substring(equals + 1, end - equals - 1) : "";
            if (part.Trim() is { Length: >= Shortest and <= Longest } key && IsKey(key, all.Contains("azure")))
            {
                return new TextSpan(equals + 1 + part.IndexOf(key, StringComparison.Ordinal), key.Length);
            }

            start = end + 1;
        }

        return null;
    }

    private static bool IsModelKey(SettingPath path, out bool isAzure)
    {
        int last = path.Depth - 1;
        while (last > 0 && path[last].ToLowerInvariant() is "" or "value" or "string")
        {
            last--;
        }

        string name = last < 0 ? "" : Simplify(path[last]);
        string all = string.Concat(NamesOf(path, last + 1));
        isAzure = all.Contains("azure");
        return Array.Exists(KeyNames, word => name.EndsWith(word, StringComparison.Ordinal))
            && Array.Exists(Providers, word => all.Contains(word))
            && !Array.Exists(OtherNames, word => name.Contains(word));
    }

    private static IEnumerable<string> NamesOf(SettingPath path, int depth) => Enumerable.Range(0, depth).Select(level => Simplify(path[level]));

    private static bool IsKey(string value, bool isAzure) => LooksOpaque(value) || (isAzure && IsHex(value));

    private static string Simplify(string name) => new(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());

    private static bool LooksOpaque(string value)
        => value.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_')
            && value.Any(char.IsDigit)
            && !Guid.TryParse(value, out _)
            && KeyPlaceholders.LooksRandom(value, 0, value.Length, EntropyFloor);

    // Azure's keys are what a checksum looks like; only the setting's name tells them apart.
    private static bool IsHex(string value) => value.Length == HexLength && value.All(Uri.IsHexDigit) && value.Any(char.IsDigit) && value.Any(char.IsLetter) && value.Distinct().Count() > 8;
}
