using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>One text call over loopback; retry and time limits on.</summary>
public class TextCallBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client.</summary>
    [Benchmark(Baseline = true)]
    public Task<string> Floor() => Host.Floor.SummarizeAsync(BenchmarkPrompts.Document, 3, Host.Token);

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<string> Generated() => Host.Text.SummarizeAsync(BenchmarkPrompts.Document, 3, Host.Token);

    /// <summary>The generated client over <c>IHttpClientFactory</c>.</summary>
    [Benchmark]
    public Task<string> GeneratedFromFactory() => Host.FactoryText.SummarizeAsync(BenchmarkPrompts.Document, 3, Host.Token);

    /// <summary>A generated Refit client, for scale.</summary>
    [Benchmark]
    public Task<string> Refit() => Host.Refit.SummarizeAsync(BenchmarkPrompts.Document, 3, Host.Token);
}
