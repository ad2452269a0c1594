using System.Net;

namespace GeminiGen;

/// <summary>The API answered with an error.</summary>
/// <param name="message">Cause and cure.</param>
/// <param name="innerException">The cause, if another exception is.</param>
public abstract class GeminiApiException(string message, Exception? innerException = null) : GeminiException(message, innerException)
{
    /// <summary>The HTTP status; for an error inside a stream, the code the error carries.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The API's status word, as in <c>RESOURCE_EXHAUSTED</c>, or <see langword="null"/> when the body held none.</summary>
    public string? Status { get; init; }

    /// <summary>The reason in the error's details, as in <c>API_KEY_INVALID</c>, or <see langword="null"/> when there is none.</summary>
    public string? Reason { get; init; }

    /// <summary>The API's own words, or <see langword="null"/> when it gave none.</summary>
    public string? ApiMessage { get; init; }
}
