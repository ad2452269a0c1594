namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The hosts of the APIs of models.</summary>
internal static class ModelHosts
{
    // A name that begins with a dot or a dash is the end of many.
    private static readonly (string Host, ModelProvider Provider)[] Hosts =
    [
        ("generativelanguage.googleapis.com", ModelProvider.Gemini),
        ("aiplatform.googleapis.com", ModelProvider.VertexAI),
        ("-aiplatform.googleapis.com", ModelProvider.VertexAI),
        ("api.openai.com", ModelProvider.OpenAI),
        (".openai.azure.com", ModelProvider.Azure),
        (".services.ai.azure.com", ModelProvider.Azure),
        ("models.inference.ai.azure.com", ModelProvider.Azure),
        ("api.anthropic.com", ModelProvider.Anthropic),
        ("openrouter.ai", ModelProvider.Other),
        ("api.groq.com", ModelProvider.Other),
        ("api.x.ai", ModelProvider.Other),
        ("api.mistral.ai", ModelProvider.Other),
        ("api.deepseek.com", ModelProvider.Other),
        ("api.perplexity.ai", ModelProvider.Other),
        ("api.cohere.ai", ModelProvider.Other),
        ("api.cohere.com", ModelProvider.Other),
        ("api.together.xyz", ModelProvider.Other),
        ("api.fireworks.ai", ModelProvider.Other),
        ("api.cerebras.ai", ModelProvider.Other),
        ("api-inference.huggingface.co", ModelProvider.Other),
        ("router.huggingface.co", ModelProvider.Other),
        ("models.github.ai", ModelProvider.Other),
    ];

    /// <summary>Whose API an absolute address, whole or only its beginning, is on; null for every other host.</summary>
    public static ModelProvider? ProviderOf(string address)
    {
        if (HostOf(address) is { } host)
        {
            foreach ((string name, ModelProvider provider) in Hosts)
            {
                bool isMeant = name[0] is '.' or '-'
                    ? host.Length > name.Length && host.EndsWith(name, StringComparison.OrdinalIgnoreCase)
                    : string.Equals(host, name, StringComparison.OrdinalIgnoreCase);
                if (isMeant)
                {
                    return provider;
                }
            }
        }

        return null;
    }

    /// <summary>The host in an absolute address; null in one without.</summary>
    public static string? HostOf(string address)
    {
        int scheme = address.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return null;
        }

        int start = scheme + "://".Length;
        int end = address.IndexOfAny(['/', ':', '?', '#'], start);
        return end < 0 ? address.Substring(start) : address.Substring(start, end - start);
    }

    /// <summary>True for an address without a host of its own.</summary>
    public static bool IsRelative(string address) => address.IndexOf("://", StringComparison.Ordinal) < 0;
}
