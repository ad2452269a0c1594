namespace GeminiGen.Generated.Tests.Models;

/// <summary>A contract whose models the project's catalogue knows better than the package.</summary>
[GeminiPrompts(Model = "gemini-2.5-flash-lite")]
public partial interface IPricedDesk
{
    /// <summary>Asks.</summary>
    [Prompt("Ask {text}")]
    Task<PromptResult<string>> AskAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Reads numbers.</summary>
    [Prompt("Read {text}")]
    Task<PromptResult<int[]>> ReadAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Streams.</summary>
    [Prompt("Stream {text}")]
    PromptStream<string> StreamAsync(string text, CancellationToken cancellationToken = default);
}
