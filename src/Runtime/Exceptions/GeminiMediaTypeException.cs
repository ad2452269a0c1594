namespace GeminiGen;

/// <summary>The type of media is unknown, or is one that the API or the model does not take. Nothing was sent.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiMediaTypeException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException)
{
    /// <summary>The MIME type, or <see langword="null"/> when the bytes are of no known type.</summary>
    public string? MimeType { get; init; }
}
