#nullable enable
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>Methods that give vectors, beside one that prompts.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    [Retry(MaxAttempts = 3)]
    public partial interface IVectorDesk
    {
        /// <summary>A prompt.</summary>
        [Prompt("{question}")]
        Task<string> AskAsync(string question);

        /// <summary>One text.</summary>
        [Embed(TaskType = EmbeddingTask.RetrievalQuery, OutputDimensionality = 768, Model = "gemini-embedding-2")]
        Task<float[]> EmbedAsync(string text, CancellationToken cancellationToken = default);

        /// <summary>One document.</summary>
        [Embed(TaskType = EmbeddingTask.RetrievalDocument, Model = "gemini-embedding-2")]
        [Timeout(Seconds = 20)]
        ValueTask<ReadOnlyMemory<float>> EmbedAsync(string text, string? title);

        /// <summary>Many texts.</summary>
        [Embed(Model = "gemini-embedding-2")]
        Task<float[][]> EmbedAllAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);

        /// <summary>Many texts.</summary>
        [Embed]
        Task<ReadOnlyMemory<float>[]> EmbedAllAsync(params string[] @class);

        /// <summary>Text that may be missing is refused when called.</summary>
        [Embed(TaskType = EmbeddingTask.CodeRetrievalQuery)]
        ValueTask<float[]> Embeddings(string? text = null);
    }
}
