using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>One typed call, a record of six fields; retry and time limits on.</summary>
public class TypedCallBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client with source-generated JSON.</summary>
    [Benchmark(Baseline = true)]
    public Task<DocumentCard> Floor() => Host.Floor.DescribeAsync(BenchmarkPrompts.Document, Host.Token);

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<DocumentCard> Generated() => Host.Card.DescribeAsync(BenchmarkPrompts.Document, Host.Token);
}
