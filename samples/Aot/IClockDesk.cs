using System.ComponentModel.DataAnnotations;
using GeminiGen;

namespace AotSample;

/// <summary>A contract whose model may call a function. Models of this generation sign no calls, so a call can be made up.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini25FlashLite)]
internal partial interface IClockDesk
{
    [Prompt("{question}")]
    [Tools(typeof(Clockwork))]
    Task<PromptResult<string>> AskAsync([StringLength(200, MinimumLength = 1)] string question, CancellationToken cancellationToken = default);

    [Prompt("{question}")]
    Task<PromptResult<string>> AskWithAsync(string question, ToolSet tools, CancellationToken cancellationToken = default);
}
