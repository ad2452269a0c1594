namespace GeminiGen.EndToEnd.Tests;

/// <summary>Methods that let the model call functions.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
[Tools(typeof(IWeatherTools), MaxRounds = 2)]
public partial interface IToolDesk
{
    [Prompt("{question}")]
    Task<PromptResult<string>> AskAsync(string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    Task<Forecast> ForecastAsync(string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    PromptStream<string> StreamAsync(string question, ToolApproval? approval = null, CancellationToken cancellationToken = default);

    [Prompt("{message}")]
    Task<string> ChatAsync(Conversation conversation, string message, CancellationToken cancellationToken = default);
}
