using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>One text call with an argument of 1 MB.</summary>
public class LargeArgumentBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client.</summary>
    [Benchmark(Baseline = true)]
    public Task<string> Floor() => Host.Floor.SummarizeAsync(BenchmarkPrompts.LargeDocument, 3, Host.Token);

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<string> Generated() => Host.Text.SummarizeAsync(BenchmarkPrompts.LargeDocument, 3, Host.Token);
}
