namespace GeminiGen;

/// <summary>The API received a file and could not prepare it for prompts.</summary>
/// <param name="message">Which file, and why as far as the API says.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiFileFailedException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException)
{
    /// <summary>The file's name, as in <c>files/abc-123</c>.</summary>
    public string Name { get; init; } = "";
}
