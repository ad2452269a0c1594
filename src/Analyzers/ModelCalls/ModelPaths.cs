using GeminiGen.Analyzers.Requests;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Tells addresses on the host of a model that no model answers: lists of models, files, and what else is administered there.</summary>
internal static class ModelPaths
{
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        // Both APIs of Google.
        "files", "cachedContents", "operations", "tuningJobs", "corpora", "fileSearchStores", "batches",
        // Vertex AI.
        "datasets", "indexes", "indexEndpoints", "trainingPipelines", "pipelineJobs", "customJobs", "hyperparameterTuningJobs", "batchPredictionJobs", "featurestores", "featureOnlineStores", "featureGroups",
        "metadataStores", "tensorboards", "schedules", "specialistPools", "studies", "ragCorpora", "notebookRuntimes", "modelDeploymentMonitoringJobs", "deploymentResourcePools",
    };

    /// <summary>True when an address, as far as it is known, names something else than a model that answers.</summary>
    public static bool IsOther(string address, ModelProvider provider)
    {
        if (provider is not (ModelProvider.Gemini or ModelProvider.VertexAI or ModelProvider.OpenAI or ModelProvider.Anthropic))
        {
            return false;
        }

        int end = address.IndexOfAny(['?', '#']);
        string[] parts = (end < 0 ? address : address.Substring(0, end)).TrimEnd('/').Split('/');
        string last = parts[parts.Length - 1];
        bool isOneModel = parts.Length > 1 && parts[parts.Length - 2] == "models" && last.IndexOfAny([':', AddressText.Unknown]) < 0;
        return parts.Any(Collections.Contains) || last == "models" || isOneModel;
    }
}
