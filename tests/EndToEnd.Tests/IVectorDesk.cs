namespace GeminiGen.EndToEnd.Tests;

/// <summary>Methods that give vectors.</summary>
[GeminiPrompts(Model = GeminiModels.GeminiEmbedding2)]
public partial interface IVectorDesk
{
    [Embed(TaskType = EmbeddingTask.SemanticSimilarity)]
    Task<float[]> EmbedAsync(string text, CancellationToken cancellationToken = default);

    [Embed(TaskType = EmbeddingTask.RetrievalDocument, OutputDimensionality = 256)]
    Task<ReadOnlyMemory<float>> EmbedDocumentAsync(string text, string? title = null, CancellationToken cancellationToken = default);

    [Embed(OutputDimensionality = 128)]
    Task<float[][]> EmbedAllAsync(IEnumerable<string> texts, CancellationToken cancellationToken = default);

    [Embed(OutputDimensionality = 128, Model = GeminiModels.GeminiEmbedding001)]
    [Timeout(Seconds = 30)]
    ValueTask<ReadOnlyMemory<float>[]> EmbedOthersAsync(List<string> texts, CancellationToken cancellationToken = default);
}
