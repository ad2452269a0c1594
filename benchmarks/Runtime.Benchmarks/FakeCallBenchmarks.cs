using BenchmarkDotNet.Attributes;
using GeminiGen.Benchmarks.Contracts;
using GeminiGen.Testing;

namespace GeminiGen.Benchmarks;

/// <summary>A call of a typed fake, which remembers it; a class written by hand that answers at once and remembers nothing, for scale.</summary>
[MemoryDiagnoser]
public class FakeCallBenchmarks
{
    // A fake remembers its calls, so each round has one of its own.
    private const int CallsPerRound = 1000;

    private readonly ITextDesk _byHand = new HandWrittenDesk();
    private readonly GeminiFakeOptions _quiet = new() { RendersPrompts = false };
    private readonly GeminiFakeOptions _usual = new();

    /// <summary>Answers, and nothing else.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = CallsPerRound)]
    public Task ByHand() => CallAsync(_byHand);

    /// <summary>Records the call with its arguments.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerRound)]
    public Task Fake() => CallAsync(Create(_quiet));

    /// <summary>The same, with the arguments checked and the prompt written by the contract's own class, as fakes do unless told otherwise.</summary>
    [Benchmark(OperationsPerInvoke = CallsPerRound)]
    public Task FakeWithPrompt() => CallAsync(Create(_usual));

    private static ITextDesk Create(GeminiFakeOptions options)
    {
        GeminiFake<ITextDesk> fake = GeminiFake.For<ITextDesk>(options);
        fake.OnSummarize("Short.");
        return fake.Instance;
    }

    private static async Task CallAsync(ITextDesk desk)
    {
        for (int i = 0; i < CallsPerRound; i++)
        {
            await desk.SummarizeAsync("A letter about lamps.", 3).ConfigureAwait(false);
        }
    }

    private sealed class HandWrittenDesk : ITextDesk
    {
        public Task<string> SummarizeAsync(string document, int sentences, CancellationToken cancellationToken = default) => Task.FromResult("Short.");

        public Task<PromptResult<string>> SummarizeResultAsync(string document, int sentences, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public PromptStream<string> StreamSummary(string document, int sentences, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
