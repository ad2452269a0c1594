namespace GeminiGen.Benchmarks.Contracts;

/// <summary>A call that is never answered, for the time that cancelling takes. The model comes from the options.</summary>
[GeminiPrompts]
public partial interface ISilentDesk
{
    /// <summary>Waits until it is cancelled.</summary>
    [Prompt("{document}")]
    Task<string> NeverAsync(string document, CancellationToken cancellationToken = default);
}
