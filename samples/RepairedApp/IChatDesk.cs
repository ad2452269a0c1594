using GeminiGen;

namespace RepairedApp;

/// <summary>Answers questions. The class <c>ChatDesk</c>, which does it, is generated while this compiles.</summary>
[GeminiPrompts(Model = GeminiModels.Gemini38Flash)]
public partial interface IChatDesk
{
    /// <summary>The whole answer.</summary>
    [Prompt("{question}")]
    Task<string> AskAsync(string question, CancellationToken cancellationToken = default);

    /// <summary>The answer as it comes.</summary>
    [Prompt("{question}")]
    IAsyncEnumerable<string> StreamAsync(string question, CancellationToken cancellationToken = default);
}
