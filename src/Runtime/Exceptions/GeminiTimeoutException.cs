namespace GeminiGen;

/// <summary>A time limit expired. <see cref="Limit"/> says which one and <see cref="Setting"/> where it is set.</summary>
/// <param name="message">Which limit expired and where to change it.</param>
/// <param name="innerException">What the HTTP stack threw when the limit ended the request; none where no request was under way.</param>
public sealed class GeminiTimeoutException(string message, Exception? innerException = null) : GeminiException(message, innerException)
{
    /// <summary>The limit that expired.</summary>
    public GeminiTimeLimit Limit { get; init; }

    /// <summary>What sets the limit, as in <c>GeminiOptions.Timeout</c> or <c>[Timeout] on ISupportDesk.AnswerAsync</c>.</summary>
    public string Setting { get; init; } = "";

    /// <summary>The limit's length.</summary>
    public TimeSpan Duration { get; init; }
}
