using GeminiGen;

namespace AotSample;

/// <summary>A contract whose model may call a function. Models of this generation sign no calls, so a call can be made up.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini25FlashLite)]
internal partial interface IClockDesk
{
    [Prompt("{question}")]
    [Tools(typeof(Clockwork))]
    Task<PromptResult<string>> AskAsync(string question, CancellationToken cancellationToken = default);
}
