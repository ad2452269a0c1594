using GeminiGen;

namespace AotSample;

/// <summary>Histories by key, and answers that rest on a search.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
internal partial interface IHarbourDesk
{
    [Prompt("{message}")]
    Task<string> ChatAsync([ConversationKey] string user, string message, CancellationToken cancellationToken = default);

    [Prompt("Sum up this conversation:\n{text}")]
    Task<PromptResult<string>> SumUpAsync(string text, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    [GoogleSearch]
    Task<PromptResult<string>> SearchAsync(string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    [CodeExecution, UrlContext]
    PromptStream<string> ComputeAsync(string question, CancellationToken cancellationToken = default);
}
