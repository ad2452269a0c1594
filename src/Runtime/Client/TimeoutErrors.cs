namespace GeminiGen;

/// <summary>Makes the exceptions for time limits that expired: each says whose limit it was and where it is set.</summary>
internal static class TimeoutErrors
{
    private const string AskForLess = "Raise it if the model needs longer (thinking models often do), or ask for less.";
    private const string OursAreEnough = "Take it away: GeminiOptions.Timeout and GeminiOptions.AttemptTimeout are there to limit calls.";

    /// <summary>The exception for a limit whose length the policy knows.</summary>
    internal static GeminiTimeoutException Create(GeminiTimeLimit limit, PreparedMethod method, Exception? cause)
    {
        CallPolicy policy = method.Policy;
        return limit switch
        {
            GeminiTimeLimit.Call => Create(limit, "the call did not finish", policy.CallTimeoutSetting, policy.CallTimeout, AskForLess, method, cause),
            GeminiTimeLimit.Attempt => Create(limit, "an attempt was not answered in full", "GeminiOptions.AttemptTimeout", policy.AttemptTimeout, AskForLess, method, cause),
            GeminiTimeLimit.StreamIdle => Create(limit, "the stream did not go on", "GeminiOptions.StreamIdleTimeout", policy.StreamIdleTimeout, AskForLess, method, cause),
            _ => Create(limit, "the request was not answered", "HttpClient.Timeout", policy.HttpClientTimeout, OursAreEnough, method, cause),
        };
    }

    /// <summary>The exception for the limit of a message handler, which is not ours either.</summary>
    internal static GeminiTimeoutException OfHandler(TimeSpan duration, PreparedMethod method, Exception cause)
        => Create(GeminiTimeLimit.HttpClient, "the request was not answered", "a resilience handler of the HTTP client", duration, OursAreEnough, method, cause);

    private static GeminiTimeoutException Create(
        GeminiTimeLimit limit, string what, string setting, TimeSpan duration, string cure, PreparedMethod method, Exception? cause) => new(
        FormattableString.Invariant($"{method.Method}: {what} within {duration.TotalSeconds:0.###} s, the limit set by {setting}. {cure}"),
        cause)
        {
            Limit = limit,
            Setting = setting == CallPolicy.TimeoutAttribute ? $"{setting} on {method.Method}" : setting,
            Duration = duration,

            // A foreign limit is the caller's for the whole call, and as long at the next attempt: repeating would only multiply it.
            Retry = new RetryHint(IsTransient: limit == GeminiTimeLimit.Attempt),
        };
}
