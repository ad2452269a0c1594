namespace GeminiGen;

/// <summary>The Files API does not know the file: it was deleted, has expired, or belongs to another project.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiFileNotFoundException(string message, Exception? innerException = null) : GeminiApiException(message, innerException);
