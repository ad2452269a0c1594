namespace GeminiGen.Analyzers.Keys;

/// <summary>The names under which programs keep the keys of models.</summary>
internal static class KeyNames
{
    /// <summary>Words of which one stands in every name of a provider.</summary>
    public static readonly string[] Providers =
    [
        "gemini", "generativelanguage", "generativeai", "genai", "googleai", "openai", "anthropic", "claude", "openrouter", "groq", "huggingface", "perplexity", "cohere", "mistral",
        "deepseek", "fireworks", "nvidia", "cerebras", "azureai", "aiplatform", "togetherai", "replicate",
    ];

    private static readonly string[] Holders = ["key", "token", "secret", "url", "uri", "endpoint", "address"];

    private static readonly HashSet<string> Variables = new(KeyFamilies.All.Select(static family => family.Variable), StringComparer.OrdinalIgnoreCase)
    {
        "GOOGLE_API_KEY", "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_KEY", "MISTRAL_API_KEY", "COHERE_API_KEY", "CO_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY",
    };

    /// <summary>True for a text that names a provider of models.</summary>
    public static bool HasProvider(string text)
    {
        foreach (string provider in Providers)
        {
            if (text.IndexOf(provider, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The provider a text names, as <see cref="KeyFamily.Provider"/>; null when it is none of the table of families.</summary>
    public static string? ProviderOf(string text)
    {
        foreach (KeyFamily family in KeyFamilies.All)
        {
            if (text.IndexOf(family.Provider.Replace(" ", ""), StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return family.Provider == "Google" ? KeyFamilies.Gemini : family.Provider;
            }
        }

        return text.IndexOf("x-goog", StringComparison.OrdinalIgnoreCase) >= 0 ? KeyFamilies.Gemini : null;
    }

    /// <summary>True for an environment variable or a configuration key that holds a model's key.</summary>
    public static bool IsSetting(string name)
        => Variables.Contains(name) || (HasProvider(name) && EndsWithKey(name.Replace(":", "").Replace("_", "")));

    /// <summary>True for a name that something with a key in it could have: a key, a secret, an address.</summary>
    public static bool MayHoldKey(string name)
    {
        foreach (string word in Holders)
        {
            if (name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for the name of a variable or a member that holds a key.</summary>
    public static bool IsKey(string name)
    {
        string plain = name.Replace("_", "");
        return plain.EndsWith("apikey", StringComparison.OrdinalIgnoreCase) || (HasProvider(plain) && EndsWithKey(plain));
    }

    /// <summary>True for the name of a key of any kind.</summary>
    public static bool IsAnyKey(string name) => name.EndsWith("key", StringComparison.OrdinalIgnoreCase);

    private static bool EndsWithKey(string name)
        => name.EndsWith("key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("token", StringComparison.OrdinalIgnoreCase) || name.EndsWith("secret", StringComparison.OrdinalIgnoreCase);
}
