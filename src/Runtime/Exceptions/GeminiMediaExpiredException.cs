namespace GeminiGen;

/// <summary>A conversation holds media that was uploaded, and that the API has deleted since: it keeps uploads for 48 hours. Nothing was sent.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">Why it could not be uploaded again, if that was tried.</param>
public sealed class GeminiMediaExpiredException(string message, Exception? innerException = null) : GeminiMediaException(message, innerException)
{
    /// <summary>The turn that holds it, or <see langword="null"/>.</summary>
    public ConversationTurn? Turn { get; init; }

    /// <summary>When it expired.</summary>
    public DateTimeOffset Expired { get; init; }
}
