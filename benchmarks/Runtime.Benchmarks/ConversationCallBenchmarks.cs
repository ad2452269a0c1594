using BenchmarkDotNet.Attributes;

namespace GeminiGen.Benchmarks;

/// <summary>One text call after a history of 20 turns, with the two new turns kept.</summary>
public class ConversationCallBenchmarks : HostedBenchmarks
{
    /// <summary>The hand-written client over a list of texts.</summary>
    [Benchmark(Baseline = true)]
    public Task<string> Floor() => Host.Floor.ChatAsync([.. BenchmarkPrompts.History], BenchmarkPrompts.Document, 3, Host.Token);

    /// <summary>The generated client.</summary>
    [Benchmark]
    public Task<string> Generated() => Host.Talk.SummarizeAsync(Host.History.Fork(), BenchmarkPrompts.Document, 3, Host.Token);
}
