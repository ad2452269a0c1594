namespace GeminiGen;

/// <summary>The service failed or is overloaded (5xx, 408, 499), or sent something that is no answer.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiServerException(string message, Exception? innerException = null) : GeminiApiException(message, innerException);
