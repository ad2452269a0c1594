namespace GeminiGen;

/// <summary>What an error says about trying again.</summary>
/// <param name="IsTransient">Whether the same request may succeed later.</param>
/// <param name="Delay">How long the server asks to wait, or <see langword="null"/> when it does not say.</param>
internal readonly record struct RetryHint(bool IsTransient, TimeSpan? Delay = null)
{
    /// <summary>Worth trying again after a back-off of our own.</summary>
    internal static RetryHint Transient => new(true);
}
