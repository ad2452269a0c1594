namespace GeminiGen;

/// <summary>The answer was cut: at the output limit (<c>MAX_TOKENS</c>), or it carries no finish reason.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiTruncatedException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException);
