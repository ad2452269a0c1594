using Polly;

namespace GeminiGen;

/// <summary>
/// The limits of a method's calls and the pipeline that repeats them: the one owner of time limits and retries. Nothing below it has limits of
/// its own (<see cref="HttpClient.Timeout"/> is infinite), nothing above it either.
/// </summary>
internal sealed class CallPolicy
{
    internal required int MaxAttempts { get; init; }

    internal required TimeSpan CallTimeout { get; init; }

    /// <summary>What sets <see cref="CallTimeout"/>, for messages.</summary>
    internal required string CallTimeoutSetting { get; init; }

    internal required TimeSpan AttemptTimeout { get; init; }

    internal required TimeSpan StreamIdleTimeout { get; init; }

    /// <summary>Repeats failed attempts; shared by all policies of a client with as many attempts.</summary>
    internal required ResiliencePipeline Retries { get; init; }

    /// <summary>What is left of the call's time.</summary>
    internal TimeSpan Remaining(TimeSpan elapsed)
        => CallTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : CallTimeout - elapsed;

    /// <summary>The limit that ends an attempt which starts now: its own, or the call's when that comes first.</summary>
    internal TimeLimit AttemptLimit(TimeSpan elapsed)
    {
        TimeSpan remaining = Remaining(elapsed);
        bool attemptFirst = AttemptTimeout != Timeout.InfiniteTimeSpan && AttemptTimeout < remaining;
        if (attemptFirst)
        {
            return new TimeLimit(GeminiTimeLimit.Attempt, AttemptTimeout);
        }

        return new TimeLimit(GeminiTimeLimit.Call, remaining == TimeSpan.MaxValue ? Timeout.InfiniteTimeSpan : remaining);
    }

    /// <summary>The exception for a limit that expired.</summary>
    internal GeminiTimeoutException Expired(GeminiTimeLimit limit, Exception? cause)
    {
        (string what, string setting, TimeSpan duration) = limit switch
        {
            GeminiTimeLimit.Call => ("The call did not finish", CallTimeoutSetting, CallTimeout),
            GeminiTimeLimit.Attempt => ("An attempt was not answered in full", "GeminiOptions.AttemptTimeout", AttemptTimeout),
            _ => ("The stream paused and did not go on", "GeminiOptions.StreamIdleTimeout", StreamIdleTimeout),
        };
        return new GeminiTimeoutException(
            FormattableString.Invariant($"{what} within {duration.TotalSeconds:0.###} s, the limit set by {setting}. Raise it if the model needs longer (thinking models often do), or ask for less."),
            cause)
        {
            Limit = limit,
            Setting = setting,
            Duration = duration,
            Retry = new RetryHint(IsTransient: limit == GeminiTimeLimit.Attempt),
        };
    }
}
