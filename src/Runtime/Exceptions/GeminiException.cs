namespace GeminiGen;

/// <summary>The base of everything a call throws, except <see cref="OperationCanceledException"/>, which means that the caller cancelled.</summary>
/// <remarks>Messages name cause and cure. They never hold an API key, nor prompt text.</remarks>
/// <param name="message">What happened and what to do.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public abstract class GeminiException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>How many attempts the call took; 0 when nothing was sent.</summary>
    public int Attempts { get; internal set; }

    /// <summary>The errors of the attempts before the last one, oldest first.</summary>
    public IReadOnlyList<GeminiException> AttemptErrors { get; internal set; } = [];

    /// <summary>Whether and when trying again may help.</summary>
    internal RetryHint Retry { get; init; }
}
