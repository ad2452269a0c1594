using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>A stream of 100 chunks, read to its end.</summary>
public class StreamBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client over <c>SseParser</c>.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> Floor() => CountAsync(Host.Floor.AskAsync(BenchmarkPrompts.Document, 3, Host.Token));

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<int> Generated() => CountAsync(Host.Text.StreamSummary(BenchmarkPrompts.Document, 3, Host.Token));

    private static async Task<int> CountAsync(IAsyncEnumerable<string> stream)
    {
        int characters = 0;
        await foreach (string text in stream.ConfigureAwait(false))
        {
            characters += text.Length;
        }

        return characters;
    }
}
