using System.Collections.Concurrent;

namespace GeminiGen;

/// <summary>Token sources, used again while they have not been cancelled: each holds a timer, which is most of what a time limit costs.</summary>
internal static class CancellationSources
{
    private const int Capacity = 256;

    private static readonly ConcurrentQueue<CancellationTokenSource> Pool = new();
    private static int _count;

    /// <summary>A source that cancels itself after the given time.</summary>
    internal static CancellationTokenSource Rent(TimeProvider clock, TimeSpan limit)
    {
        if (clock != TimeProvider.System)
        {
            return new CancellationTokenSource(limit, clock);
        }

        if (Pool.TryDequeue(out CancellationTokenSource? source))
        {
            Interlocked.Decrement(ref _count);
        }

        source ??= new CancellationTokenSource();
        source.CancelAfter(limit);
        return source;
    }

    /// <summary>Takes a source back whose registrations have all been disposed.</summary>
    internal static void Return(TimeProvider clock, CancellationTokenSource source)
    {
        // Only sources on the system's clock can be reset; one that was cancelled never can.
        if (clock == TimeProvider.System && source.TryReset())
        {
            if (Interlocked.Increment(ref _count) <= Capacity)
            {
                Pool.Enqueue(source);
                return;
            }

            Interlocked.Decrement(ref _count);
        }

        source.Dispose();
    }
}
