namespace GeminiGen;

/// <summary>The service could not be reached, or the connection broke before the answer was complete.</summary>
/// <param name="message">What happened.</param>
/// <param name="innerException">The network's own error.</param>
public sealed class GeminiConnectionException(string message, Exception? innerException = null) : GeminiException(message, innerException);
