namespace GeminiGen.EndToEnd.Tests;

/// <summary>Methods with tools the API runs itself.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
[GoogleSearch]
public partial interface IGroundedDesk
{
    [Prompt("{question}")]
    Task<PromptResult<string>> SearchAsync(string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    [UrlContext]
    PromptStream<string> StreamAsync(string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    [CodeExecution]
    [Tools(typeof(IWeatherTools))]
    Task<PromptResult<string>> ComputeAsync(string question, Conversation? conversation = null, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    Task<PromptResult<Forecast>> ForecastAsync(string question, CancellationToken cancellationToken = default);
}
