using Microsoft.Extensions.Logging;

namespace GeminiGen;

/// <summary>A call that has failed at least once: what its retries have to know. Calls that succeed at once never make one.</summary>
internal sealed class RetryState(PreparedMethod method, ClientSettings settings, ILogger logger, long started)
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(1);

    private readonly FailedAttempts _failed = new();
    private readonly Backoff _backoff = new(settings.BaseDelay, settings.MaxDelay);

    /// <summary>The errors of the attempts so far, oldest first.</summary>
    internal IReadOnlyList<GeminiException> Errors => _failed.Errors;

    /// <summary>The wait before the next attempt.</summary>
    internal TimeSpan Delay { get; private set; }

    internal int Attempts => _failed.Count;

    internal TimeSpan Elapsed => settings.Clock.GetElapsedTime(started);

    /// <summary>Decides whether another attempt follows, and when.</summary>
    /// <param name="error">How the last attempt ended.</param>
    /// <param name="retry">How many retries there have been.</param>
    internal bool PlanNext(Exception? error, int retry)
    {
        if (error is not GeminiException { Retry: { IsTransient: true } hint } failure || retry >= method.Policy.MaxAttempts - 1)
        {
            return false;
        }

        TimeSpan delay = RoundUp(hint.Delay) ?? _backoff.Next(retry, Random.Shared.NextDouble());

        // Waiting past the call's end would only turn an error that says what is wrong into a time-out that does not. A call without an end
        // does not wait for days either.
        TimeSpan remaining = method.Policy.Remaining(Elapsed);
        if (delay >= remaining || delay > MaxWait)
        {
            failure.WhyNotRepeated = delay >= remaining ? TooLong(delay) : FormattableString.Invariant($"It was not repeated: a wait of {delay.TotalHours:0.#} h is too long.");
            return false;
        }

        Delay = delay;
        return true;
    }

    /// <summary>Notes how an attempt failed, on the error too: whoever catches it sees what came before.</summary>
    internal void Add(GeminiException error) => _failed.Add(error);

    internal void LogRetry()
    {
        if (logger.IsEnabled(LogLevel.Warning))
        {
            Log.Retrying(
                logger,
                method.Method.ToString(),
                _failed.Count,
                method.Policy.MaxAttempts,
                method.Model,
                Describe(_failed.Errors[^1]),
                (long)Delay.TotalMilliseconds);
        }
    }

    private string TooLong(TimeSpan delay) => FormattableString.Invariant(
        $"It was not repeated: the wait of {delay.TotalSeconds:0.###} s would end after the {method.Policy.CallTimeout.TotalSeconds:0.###} s the call may take, set by {method.Policy.CallTimeoutSetting}.");

    // Timers count whole milliseconds and drop the rest, which would end a wait too early. A wait of nothing is no wait the API means.
    private static TimeSpan? RoundUp(TimeSpan? delay)
        => delay is { } exact && exact > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(exact.TotalMilliseconds)) : null;

    private static string Describe(GeminiException error) => error is GeminiApiException api
        ? FormattableString.Invariant($"{(int)api.StatusCode} {api.Status ?? api.Reason ?? error.GetType().Name}")
        : error.GetType().Name;
}
