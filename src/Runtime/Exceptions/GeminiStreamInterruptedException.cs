namespace GeminiGen;

/// <summary>A stream ended without a finish reason: it was dropped, and what arrived is incomplete.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiStreamInterruptedException(string message, Exception? innerException = null) : GeminiAnswerException(message, innerException);
