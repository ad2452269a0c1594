namespace GeminiGen;

/// <summary>Bounds of the API's embedding calls.</summary>
internal static class EmbeddingLimits
{
    /// <summary>Most texts of one request.</summary>
    internal const int TextsPerBatch = 100;
}
