namespace GeminiGen;

/// <summary>The API refused the request's content (400, 413 and other 4xx): a field, a schema, or the number of tokens.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiInvalidRequestException(string message, Exception? innerException = null) : GeminiApiException(message, innerException);
