namespace GeminiGen.Extensions.AI.Tests;

/// <summary>Methods that are given functions at run time.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IAssistant
{
    [Prompt("{question}")]
    Task<PromptResult<string>> AskAsync(
        string question, [Tools(MaxRounds = 2)] ToolSet tools, ToolApproval? approval = null, PromptOptions? options = null, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    [Tools(typeof(WeatherTools))]
    Task<PromptResult<string>> AskAtHomeAsync(string question, ToolSet? more = null, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    PromptStream<string> StreamAsync(Conversation conversation, string question, ToolSet tools, CancellationToken cancellationToken = default);
}
