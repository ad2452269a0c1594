namespace GeminiGen;

/// <summary>The API does not know the model, or no longer serves it (404).</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public sealed class GeminiModelNotFoundException(string message, Exception? innerException = null) : GeminiApiException(message, innerException)
{
    /// <summary>The id that was asked for.</summary>
    public string Model { get; init; } = "";

    /// <summary>The most similar id of the catalogue that is in service, or <see langword="null"/> when none is similar.</summary>
    public string? NearestModel { get; init; }
}
