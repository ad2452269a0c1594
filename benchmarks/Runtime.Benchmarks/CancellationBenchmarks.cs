using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>A call that is cancelled while it waits for an answer: start, cancel, exception. The time from Cancel alone is printed by <c>--ratios</c>.</summary>
public class CancellationBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client.</summary>
    [Benchmark(Baseline = true)]
    public Task<bool> Floor() => CancelAsync(token => Host.Floor.NeverAsync(BenchmarkPrompts.Document, token));

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<bool> Generated() => CancelAsync(token => Host.Silent.NeverAsync(BenchmarkPrompts.Document, token));

    private static async Task<bool> CancelAsync(Func<CancellationToken, Task> call)
    {
        using var cancellation = new CancellationTokenSource();
        Task pending = call(cancellation.Token);
        cancellation.Cancel();
        try
        {
            await pending.ConfigureAwait(false);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
