namespace GeminiGen;

/// <summary>The API key (or token) was refused: 401, or 400 with <c>API_KEY_INVALID</c>.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiAuthenticationException(string message, Exception? innerException = null) : GeminiApiException(message, innerException);
