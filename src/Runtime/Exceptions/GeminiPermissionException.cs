namespace GeminiGen;

/// <summary>The key is not allowed to make this call (403), or the service is not available at the caller's place (400 <c>FAILED_PRECONDITION</c>).</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiPermissionException(string message, Exception? innerException = null) : GeminiApiException(message, innerException);
