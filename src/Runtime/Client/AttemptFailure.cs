using System.Security.Authentication;
using Polly.Timeout;

namespace GeminiGen;

/// <summary>Says what an exception of the HTTP stack means: cancelled by the caller, expired, or a broken connection.</summary>
/// <param name="method">The method called.</param>
/// <param name="expired">The limit that expired, if one did.</param>
/// <param name="caller">The caller's token.</param>
internal readonly struct AttemptFailure(PreparedMethod method, GeminiTimeLimit? expired, CancellationToken caller)
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
            return TimeoutErrors.Create(limit, method, exception);
        }

        return exception switch
        {
            TimeoutRejectedException rejected => TimeoutErrors.OfHandler(rejected.Timeout, method, exception),
            OperationCanceledException cancelled when IsHttpClientLimit(cancelled) => TimeoutErrors.Create(GeminiTimeLimit.HttpClient, method, exception),
            OperationCanceledException { InnerException: TimeoutException slow } => Broken(exception, slow),
            OperationCanceledException => new GeminiConnectionException(
                $"{method.Method}: the HTTP client ended the call, though neither the caller nor a limit of GeminiOptions did: it was disposed, or one of its handlers cancelled.",
                exception),
            HttpRequestException or IOException => Broken(exception, exception),
            _ => exception,
        };
    }

    // A connection that was not made in time (SocketsHttpHandler.ConnectTimeout) says so like HttpClient, by a TimeoutException inside. HttpClient's
    // holds the cancellation it stands for.
    private static bool IsHttpClientLimit(OperationCanceledException exception)
        => exception.InnerException is TimeoutException { InnerException: OperationCanceledException };

    private GeminiConnectionException Broken(Exception exception, Exception reason)
    {
        // A certificate that is not trusted now will not be trusted in a second either.
        bool refused = exception is HttpRequestException { InnerException: AuthenticationException };
        string cure = refused
            ? "The server's certificate is not trusted: check the proxy and the base address."
            : "Check the network, the proxy, and GeminiOptions.BaseAddress.";
        return new GeminiConnectionException(
            $"{method.Method}: the Gemini API could not be reached, or the connection broke: {reason.Message.TrimEnd(' ', '.')}. {cure}",
            exception)
        {
            Retry = new RetryHint(IsTransient: !refused),
        };
    }
}
