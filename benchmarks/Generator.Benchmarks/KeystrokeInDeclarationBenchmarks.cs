using BenchmarkDotNet.Attributes;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>One keystroke in the name of a member of a file without contracts.</summary>
public class KeystrokeInDeclarationBenchmarks : IncrementalBenchmarks
{
    /// <inheritdoc/>
    protected override string EditedPath => ContractCorpus.UnrelatedPath;

    /// <summary>Ours.</summary>
    [Goal(1.5, 1000)]
    [Benchmark(Description = "Keystroke in an unrelated declaration: GeminiGen")]
    public object GeminiGen() => RunPrompts();

    /// <inheritdoc/>
    protected override SourceFile Edited(string unique) => ContractCorpus.Unrelated("return value + 1;", $"internal static int Member{unique} => 1;");
}
