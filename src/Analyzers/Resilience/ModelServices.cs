using GeminiGen.Analyzers.ModelCalls;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Semantic Kernel's methods that register a model's service, by name.</summary>
internal static class ModelServices
{
    private static readonly string[] Ends = ["ChatCompletion", "ChatClient", "TextGeneration", "EmbeddingGeneration", "EmbeddingGenerator"];

    /// <summary>True for the name of a method that registers a service.</summary>
    public static bool IsName(string method) => Ends.Any(end => method.EndsWith(end, StringComparison.Ordinal) && method.Length > "Add".Length + end.Length);

    /// <summary>What the service that a method registers does itself about failed requests; null where that is not known.</summary>
    public static OwnRetry? RetryOf(string method)
        => method.StartsWith("AddOpenAI", StringComparison.Ordinal) || method.StartsWith("AddAzureOpenAI", StringComparison.Ordinal) ? OwnRetry.UnlessGivenClient
            : method.StartsWith("AddGoogleAI", StringComparison.Ordinal) || method.StartsWith("AddVertexAI", StringComparison.Ordinal) || method.StartsWith("AddMistral", StringComparison.Ordinal)
                || method.StartsWith("AddHuggingFace", StringComparison.Ordinal) || method.StartsWith("AddOllama", StringComparison.Ordinal) ? OwnRetry.Off
            : null;
}
