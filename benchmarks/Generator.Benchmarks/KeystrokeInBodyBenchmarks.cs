using BenchmarkDotNet.Attributes;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>One keystroke inside a method body of a file without contracts.</summary>
public class KeystrokeInBodyBenchmarks : IncrementalBenchmarks
{
    /// <inheritdoc/>
    protected override string EditedPath => ContractCorpus.UnrelatedPath;

    /// <summary>Ours.</summary>
    [Goal(1.5, 1000)]
    [Benchmark(Description = "Keystroke in an unrelated method body: GeminiGen")]
    public object GeminiGen() => RunPrompts();

    /// <inheritdoc/>
    protected override SourceFile Edited(string unique) => ContractCorpus.Unrelated($"return value + {unique};");
}
