using Polly;

namespace GeminiGen;

/// <summary>
/// The limits of a method's calls and the pipeline that repeats them: the one owner of time limits and retries. Nothing below it has limits of
/// its own (<see cref="HttpClient.Timeout"/> is infinite, unless the caller's own client says otherwise), nothing above it either.
/// </summary>
internal sealed class CallPolicy
{
    /// <summary>How <see cref="CallTimeoutSetting"/> names the attribute.</summary>
    internal const string TimeoutAttribute = "[Timeout]";

    internal required int MaxAttempts { get; init; }

    internal required TimeSpan CallTimeout { get; init; }

    /// <summary>What sets <see cref="CallTimeout"/>, for messages.</summary>
    internal required string CallTimeoutSetting { get; init; }

    internal required TimeSpan AttemptTimeout { get; init; }

    internal required TimeSpan StreamIdleTimeout { get; init; }

    /// <summary>The limit of the HTTP client the caller brought; infinite unless the caller left it on.</summary>
    internal required TimeSpan HttpClientTimeout { get; init; }

    /// <summary>Repeats failed attempts; shared by all policies of a client with as many attempts.</summary>
    internal required ResiliencePipeline Retries { get; init; }

    /// <summary>What is left of the call's time.</summary>
    internal TimeSpan Remaining(TimeSpan elapsed)
        => CallTimeout == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : CallTimeout - elapsed;

    /// <summary>The limit of what a call does beside its attempts and that starts now: what is left of the call's time, or infinite.</summary>
    internal TimeSpan CallLimit(TimeSpan elapsed) => CallTimeout == Timeout.InfiniteTimeSpan ? CallTimeout : CallTimeout - elapsed;

    /// <summary>The limit that ends an attempt which starts now: its own, or the call's when that comes first.</summary>
    internal TimeLimit AttemptLimit(TimeSpan elapsed)
    {
        TimeSpan remaining = Remaining(elapsed);
        bool attemptFirst = AttemptTimeout != Timeout.InfiniteTimeSpan && AttemptTimeout < remaining;
        if (attemptFirst)
        {
            return new TimeLimit(GeminiTimeLimit.Attempt, AttemptTimeout);
        }

        return new TimeLimit(GeminiTimeLimit.Call, CallLimit(elapsed));
    }
}
