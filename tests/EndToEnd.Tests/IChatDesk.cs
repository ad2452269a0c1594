namespace GeminiGen.EndToEnd.Tests;

/// <summary>Methods with a history.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IChatDesk
{
    [Prompt("{message}")]
    Task<PromptResult<string>> ChatAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);

    [Prompt("{message}")]
    PromptStream<string> StreamAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);
}
