namespace GeminiGen;

/// <summary>The prompt or the answer was blocked.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiBlockedException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException)
{
    /// <summary>Why the prompt was blocked, as in <c>SAFETY</c>, or <see langword="null"/> when the answer was.</summary>
    public string? BlockReason { get; init; }
}
