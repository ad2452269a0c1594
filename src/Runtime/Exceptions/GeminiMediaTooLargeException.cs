namespace GeminiGen;

/// <summary>Media, or all media of a request together, is over a limit of the API. Nothing was sent.</summary>
/// <param name="message">Which limit, and what to do.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiMediaTooLargeException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException)
{
    /// <summary>The size or number that is too large; bytes, unless the message speaks of pictures or videos.</summary>
    public long Actual { get; init; }

    /// <summary>The limit, in the same unit.</summary>
    public long Limit { get; init; }
}
