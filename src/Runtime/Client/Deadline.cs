namespace GeminiGen;

/// <summary>A token that is cancelled when the caller cancels or a time limit expires, whichever comes first; and which of the two it was.</summary>
internal readonly struct Deadline : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _caller;

    private Deadline(TimeProvider clock, CancellationTokenSource source, CancellationToken caller)
    {
        _clock = clock;
        _source = source;
        _caller = caller;
        _registration = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
    }

    internal CancellationToken Token => _source.Token;

    /// <summary>Whether the token is cancelled though the caller did not cancel.</summary>
    internal bool HasExpired => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    internal static Deadline Start(TimeProvider clock, TimeSpan limit, CancellationToken caller)
    {
        // What is left of a call's time may have become nothing, or less.
        TimeSpan duration = limit < TimeSpan.Zero && limit != Timeout.InfiniteTimeSpan ? TimeSpan.Zero : limit;
        return new Deadline(clock, CancellationSources.Rent(clock, duration), caller);
    }

    /// <summary>Starts the limit anew.</summary>
    internal void Restart(TimeSpan limit) => _source.CancelAfter(limit);

    public void Dispose()
    {
        // Waits for a callback under way, so that no late cancellation reaches the source's next user.
        _registration.Dispose();
        CancellationSources.Return(_clock, _source);
    }
}
