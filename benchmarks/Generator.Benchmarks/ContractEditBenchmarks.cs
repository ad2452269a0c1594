using BenchmarkDotNet.Attributes;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>One edit that renames a method of one contract: one file is written anew.</summary>
public class ContractEditBenchmarks : IncrementalBenchmarks
{
    /// <inheritdoc/>
    protected override string EditedPath => ContractCorpus.ContractPath(500);

    /// <summary>Ours.</summary>
    [Benchmark(Description = "Edit in one contract: GeminiGen")]
    public object GeminiGen() => RunPrompts();

    /// <inheritdoc/>
    protected override SourceFile Edited(string unique) => ContractCorpus.Contract(500, $"Summarize{unique}Async");
}
