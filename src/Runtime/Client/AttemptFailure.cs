using System.Security.Authentication;
using Polly.Timeout;

namespace GeminiGen;

/// <summary>Says what an exception of the HTTP stack means: cancelled by the caller, expired, or a broken connection.</summary>
/// <param name="policy">Knows the limits.</param>
/// <param name="progress">How far the call had come.</param>
/// <param name="expired">The limit that expired, if one did.</param>
/// <param name="caller">The caller's token.</param>
internal readonly struct AttemptFailure(CallPolicy policy, CallProgress progress, GeminiTimeLimit? expired, CancellationToken caller)
{
    /// <summary>What the caller is to see instead; exceptions that are none of the network's stay themselves.</summary>
    internal Exception Translate(Exception exception)
    {
        // Whatever a stack throws when its token is cancelled (some throw I/O errors), the reason is the token.
        if (caller.IsCancellationRequested)
        {
            return new OperationCanceledException("The call was cancelled; its connection is closed.", exception, caller);
        }

        if (expired is { } limit)
        {
            return policy.Expired(limit, progress.LastError ?? exception);
        }

        return exception switch
        {
            TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException } => ForeignLimit(exception),
            OperationCanceledException => new GeminiConnectionException(
                "The HTTP client ended the call, though neither the caller nor a limit of GeminiOptions did: it was disposed, or one of its handlers cancelled.",
                exception),
            HttpRequestException or IOException => Broken(exception),
            _ => exception,
        };
    }

    private static GeminiTimeoutException ForeignLimit(Exception exception) => new(
        "The HTTP client's own time limit expired (HttpClient.Timeout, or a handler's). Set HttpClient.Timeout to Timeout.InfiniteTimeSpan and leave " +
        "time limits to GeminiOptions.Timeout and GeminiOptions.AttemptTimeout.",
        exception)
    {
        Limit = GeminiTimeLimit.HttpClient,
        Setting = "HttpClient.Timeout",
        Retry = RetryHint.Transient,
    };

    private static GeminiConnectionException Broken(Exception exception)
    {
        // A certificate that is not trusted now will not be trusted in a second either.
        bool refused = exception is HttpRequestException { InnerException: AuthenticationException };
        string cure = refused
            ? "The server's certificate is not trusted: check the proxy and the base address."
            : "Check the network, the proxy, and GeminiOptions.BaseAddress.";
        return new GeminiConnectionException($"The Gemini API could not be reached, or the connection broke: {exception.Message} {cure}", exception)
        {
            Retry = new RetryHint(IsTransient: !refused),
        };
    }
}
