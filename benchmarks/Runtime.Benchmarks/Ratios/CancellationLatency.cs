using System.Globalization;

namespace GeminiGen.Benchmarks.Ratios;

/// <summary>How long after <see cref="CancellationTokenSource.Cancel()"/> the caller has its exception, against a server that never answers.</summary>
internal static class CancellationLatency
{
    /// <summary>Cancels both clients in turn and prints the median times.</summary>
    internal static async Task RunAsync(BenchmarkHost host, int rounds)
    {
        var floor = new double[rounds];
        var ours = new double[rounds];
        for (int i = -20; i < rounds; i++)
        {
            double reference = await MeasureAsync(token => host.Floor.NeverAsync(BenchmarkPrompts.Document, token)).ConfigureAwait(false);
            double candidate = await MeasureAsync(token => host.Silent.NeverAsync(BenchmarkPrompts.Document, token)).ConfigureAwait(false);
            if (i >= 0)
            {
                (floor[i], ours[i]) = (reference, candidate);
            }
        }

        Array.Sort(floor);
        Array.Sort(ours);
        Console.WriteLine();
        Console.WriteLine("| From Cancel to OperationCanceledException, µs | median | 90 % | max |");
        Console.WriteLine("|---|---|---|---|");
        Print("floor", floor);
        Print("generated client", ours);
    }

    private static void Print(string name, double[] sorted) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {sorted[sorted.Length / 2]:F0} | {sorted[sorted.Length * 9 / 10]:F0} | {sorted[^1]:F0} |"));

    private static async Task<double> MeasureAsync(Func<CancellationToken, Task> call)
    {
        using var cancellation = new CancellationTokenSource();
        Task pending = call(cancellation.Token);

        // Long enough for the request to be on the wire and the client to wait for the answer's first byte.
        await Task.Delay(5).ConfigureAwait(false);
        long start = TimeProvider.System.GetTimestamp();
        cancellation.Cancel();
        try
        {
            await pending.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return TimeProvider.System.GetElapsedTime(start).TotalMicroseconds;
        }

        throw new InvalidOperationException("The call ended although nobody answered it.");
    }
}
