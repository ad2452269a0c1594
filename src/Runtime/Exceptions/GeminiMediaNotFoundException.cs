namespace GeminiGen;

/// <summary>The file to send does not exist. Nothing was sent.</summary>
/// <param name="message">Which file.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiMediaNotFoundException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException)
{
    /// <summary>The file's full path.</summary>
    public string Path { get; init; } = "";
}
