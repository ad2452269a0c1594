using GeminiGen;

namespace AotSample;

/// <summary>One method for each kind of answer.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
[SystemInstruction("You read documents with care and never invent what they do not say.")]
internal partial interface IDocumentDesk
{
    [Prompt("Summarise in {sentences} sentences:\n{document}")]
    [Generation(Thinking = ThinkingLevel.Low, MaxOutputTokens = 2000)]
    Task<string> SummarizeAsync(string document, int sentences = 2, CancellationToken cancellationToken = default);

    [Prompt("Describe this document, received on {day:yyyy-MM-dd}.\n{document}")]
    Task<PromptResult<DocumentCard>> DescribeAsync(string document, DateOnly day, CancellationToken cancellationToken = default);

    [Prompt("What kind of document is this?\n{document}")]
    Task<DocumentKind> ClassifyAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Review this document.\n{document}")]
    Task<PromptResult<Review>> ReviewAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Review this document, if it is one.\n{document}")]
    Task<Review?> ReviewOrNothingAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Outline this document.\n{document}")]
    Task<Heading> OutlineAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("List the topics of this document.\n{document}")]
    Task<List<string>> ListTopicsAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("Answer from the document alone. {question}\n{document}")]
    PromptStream<string> AnswerAsync(string document, string question, CancellationToken cancellationToken = default);

    [Prompt("Describe this document.\n{document}")]
    PromptStream<DocumentCardSnapshot> WatchAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("List the senders of this document.\n{document}")]
    PromptStream<Sender> StreamSendersAsync(string document, CancellationToken cancellationToken = default);

    [Prompt("""
        {#if strict}
        Be strict.
        {/if}
        Compare these authors:
        {#each senders as sender}
        {@number,2}. {sender.Name}
        {:empty}
        none
        {/each}
        """)]
    Task<string> CompareAsync(IReadOnlyList<Sender> senders, bool strict = false, CancellationToken cancellationToken = default);

    [PromptFile("Prompts/Letter.prompt")]
    Task<string> WriteLetterAsync(string document, string? tone = null, CancellationToken cancellationToken = default);

    [Prompt("What is in this picture? {picture}")]
    Task<string> LookAsync(Media picture, CancellationToken cancellationToken = default);

    [Prompt("{message}")]
    Task<string> ChatAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);

    [Embed(TaskType = EmbeddingTask.SemanticSimilarity, OutputDimensionality = 256, Model = GeminiModels.GeminiEmbedding2)]
    Task<ReadOnlyMemory<float>[]> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
