using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>A large project: an edit costs what it touches. Counts are compared, not times.</summary>
public sealed class ScaleTests
{
    private const int Contracts = 1000;

    [Fact]
    public void One_edit_in_a_thousand_contracts_writes_one_file()
    {
        ConsumerProject project = ContractCorpus.Create(Contracts);
        var harness = new GeneratorDriverHarness(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();
        GeneratorRun first = harness.Run(compilation);
        string path = ContractCorpus.ContractPath(500);
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == path);

        GeneratorRun second = harness.Run(compilation.ReplaceSyntaxTree(old, project.Parse(ContractCorpus.Contract(500, "ShortenAsync"))));

        Assert.Equal(Contracts, first.Sources.Length);
        Assert.Equal(Contracts, second.Sources.Length);
        Assert.Equal(1, second.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Modified));
        Assert.Equal(Contracts - 1, second.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void A_keystroke_elsewhere_in_a_thousand_contracts_writes_no_file()
    {
        ConsumerProject project = ContractCorpus.Create(Contracts);
        var harness = new GeneratorDriverHarness(new PromptGenerator(), project);
        CSharpCompilation compilation = project.Compile();
        harness.Run(compilation);
        SyntaxTree old = compilation.SyntaxTrees.Single(tree => tree.FilePath == ContractCorpus.UnrelatedPath);

        GeneratorRun second = harness.Run(compilation.ReplaceSyntaxTree(old, project.Parse(ContractCorpus.Unrelated("return value + 12;"))));

        Assert.Equal(Contracts, second.OutputReasons.Count);
        Assert.All(second.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }
}
