namespace GeminiGen;

/// <summary>Waits of our own, when the API names none: exponential with full jitter, so that many callers do not come back at one moment.</summary>
/// <param name="baseDelay">The longest first wait.</param>
/// <param name="maxDelay">The longest wait.</param>
internal sealed class Backoff(TimeSpan baseDelay, TimeSpan maxDelay)
{
    /// <summary>The next wait.</summary>
    /// <param name="retry">0 for the first retry.</param>
    /// <param name="random">0 to 1, evenly spread.</param>
    internal TimeSpan Next(int retry, double random)
    {
        double ceiling = Math.Min(maxDelay.Ticks, baseDelay.Ticks * Math.Pow(2, retry));
        return TimeSpan.FromTicks((long)(ceiling * random));
    }
}
