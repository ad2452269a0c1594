using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>What each kind of edit makes the pipeline do again.</summary>
public sealed class StepTests
{
    private const int Contracts = 4;
    private readonly ConsumerProject _project = ContractCorpus.Create(Contracts);
    private readonly GeneratorDriverHarness _harness;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorRun _first;

    public StepTests()
    {
        _harness = new GeneratorDriverHarness(new PromptGenerator(), _project);
        _compilation = _project.Compile();
        _first = _harness.Run(_compilation);
    }

    [Fact]
    public void First_run_is_new()
    {
        Assert.Equal(Repeat(IncrementalStepRunReason.New), _first.Reasons(TrackingNames.Model));
        Assert.Equal(Repeat(IncrementalStepRunReason.New), _first.Reasons(TrackingNames.Output));
        Assert.Equal(Contracts, _first.Sources.Length);
        _first.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Same_compilation_is_cached()
    {
        GeneratorRun run = _harness.Run(_compilation);

        Assert.Equal(Repeat(IncrementalStepRunReason.Cached), run.Reasons(TrackingNames.Model));
        AssertNothingWritten(run);
    }

    [Fact]
    public void Trivia_in_a_contract_is_unchanged()
    {
        SourceFile file = ContractCorpus.Contract(1);
        string text = file.Text.Replace("    public partial interface", "    // A remark.\n\n    public partial interface", StringComparison.Ordinal);

        GeneratorRun run = _harness.Run(Replace(file.Path, text));

        Assert.All(run.Reasons(TrackingNames.Model), NotReemitted);
        AssertNothingWritten(run);
    }

    [Theory]
    [InlineData("return value + 2;", "")]
    [InlineData("return value + 1;", "/// <summary>Other.</summary> public static int Other => 2;")]
    public void Unrelated_file_is_unchanged(string body, string member)
    {
        GeneratorRun run = _harness.Run(Replace(ContractCorpus.UnrelatedPath, ContractCorpus.Unrelated(body, member).Text));

        Assert.All(run.Reasons(TrackingNames.Model), NotReemitted);
        AssertNothingWritten(run);
    }

    [Fact]
    public void Unrelated_file_more_or_less_is_unchanged()
    {
        SyntaxTree added = _project.Parse(new SourceFile("Added.cs", "internal static class Added { }"));

        GeneratorRun more = _harness.Run(_compilation.AddSyntaxTrees(added));
        GeneratorRun less = _harness.Run(_compilation);

        AssertNothingWritten(more);
        AssertNothingWritten(less);
    }

    [Fact]
    public void Renamed_method_is_modified_for_its_contract_only()
    {
        GeneratorRun run = _harness.Run(Replace(ContractCorpus.ContractPath(1), ContractCorpus.Contract(1, "ShortenAsync").Text));

        IReadOnlyList<IncrementalStepRunReason> models = run.Reasons(TrackingNames.Model);
        Assert.Equal(IncrementalStepRunReason.Modified, models[1]);
        Assert.All([models[0], models[2], models[3]], NotReemitted);
        Assert.Equal(
            [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached],
            run.OutputReasons);
        Assert.Contains("ShortenAsync", run.Texts.Values.Single(text => text.Contains("IDesk1", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void New_contract_is_new_and_its_neighbours_are_cached()
    {
        GeneratorRun run = _harness.Run(_compilation.AddSyntaxTrees(_project.Parse(ContractCorpus.Contract(Contracts))));

        IReadOnlyList<IncrementalStepRunReason> models = run.Reasons(TrackingNames.Model);
        Assert.Equal(IncrementalStepRunReason.New, models[^1]);
        Assert.All(models.SkipLast(1), NotReemitted);
        Assert.Equal(1, run.OutputReasons.Count(reason => reason == IncrementalStepRunReason.New));
        Assert.Equal(Contracts, run.OutputReasons.Count(reason => reason == IncrementalStepRunReason.Cached));
        Assert.Equal(Contracts + 1, run.Sources.Length);
    }

    [Fact]
    public void Removed_contract_leaves_the_texts_of_the_others()
    {
        SyntaxTree removed = _compilation.SyntaxTrees.Single(tree => tree.FilePath == ContractCorpus.ContractPath(1));

        GeneratorRun run = _harness.Run(_compilation.RemoveSyntaxTrees(removed));

        Assert.Equal(Contracts - 1, run.Sources.Length);
        Assert.All(run.Texts, text => Assert.Equal(_first.Texts[text.Key], text.Value));
        Assert.Contains(IncrementalStepRunReason.Removed, run.OutputReasons);
    }

    [Fact]
    public void Language_version_reaches_every_output()
    {
        ConsumerProject floor = _project with { LanguageVersion = ConsumerProject.FloorLanguageVersion };
        GeneratorRun run = new GeneratorDriverHarness(new PromptGenerator(), floor).Run(floor.Compile());

        Assert.All(run.Texts, text => Assert.NotEqual(_first.Texts[text.Key], text.Value));
    }

    private static IEnumerable<IncrementalStepRunReason> Repeat(IncrementalStepRunReason reason) => Enumerable.Repeat(reason, Contracts);

    /// <summary>The reading step runs again and finds the same, which the step after it calls cached.</summary>
    private static void NotReemitted(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString());

    private static void AssertNothingWritten(GeneratorRun run)
    {
        Assert.NotEmpty(run.OutputReasons);
        Assert.All(run.OutputReasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private CSharpCompilation Replace(string path, string text)
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return _compilation.ReplaceSyntaxTree(old, _project.Parse(new SourceFile(path, text)));
    }
}
