using GeminiGen.Generator.Tests.Incremental;
using GeminiGen.TestHarness;
using GeminiGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Fakes;

/// <summary>What each kind of edit makes of fakes.</summary>
public sealed class FakeStepTests
{
    private const string Contract = "using GeminiGen; namespace Desk { [GeminiPrompts] internal partial interface INAMEDesk { [Prompt(\"Hi {name}\")] System.Threading.Tasks.Task<string> HiAsync(string name); } }";
    private const string Tests = "using GeminiGen.Testing; namespace Desk { internal static class NAMETests { internal static void Run() { GeminiFake.For<INAMEDesk>(); GeminiFake.For<INAMEDesk>(); } } }";

    private readonly ConsumerProject _project = new(
        new SourceFile("Order.cs", Of("Order", Contract)),
        new SourceFile("OrderTests.cs", Of("Order", Tests)),
        new SourceFile("Weather.cs", Of("Weather", Contract)),
        new SourceFile("WeatherTests.cs", Of("Weather", Tests)))
    {
        References = [.. ReferenceSet.FrameworkAndRuntime, MetadataReference.CreateFromFile(typeof(GeminiFake).Assembly.Location)],
    };

    private readonly GeneratorDriverHarness _harness;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorRun _first;

    public FakeStepTests()
    {
        _harness = new GeneratorDriverHarness(new PromptGenerator(), _project);
        _compilation = _project.Compile();
        _first = _harness.Run(_compilation);
    }

    [Fact]
    public void A_contract_asked_for_twice_has_one_fake()
    {
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], _first.Reasons(TrackingNames.FakeOutput));
        _first.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void An_edit_in_a_test_leaves_every_fake_as_it_is()
    {
        GeneratorRun run = _harness.Run(Replace("OrderTests.cs", Of("Order", Tests).Replace("Run() {", "Run() { int a = 1; _ = a;", StringComparison.Ordinal)));

        Assert.All(run.Reasons(TrackingNames.Fake), static reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.FakeOutput));
    }

    [Fact]
    public void An_edit_of_a_prompt_leaves_its_fake_as_it_is()
    {
        GeneratorRun run = _harness.Run(Replace("Order.cs", Of("Order", Contract).Replace("Hi {", "Hello {", StringComparison.Ordinal)));

        Assert.All(run.Reasons(TrackingNames.FakeOutput), static reason => Assert.NotEqual(IncrementalStepRunReason.Modified, reason));
    }

    [Fact]
    public void A_renamed_method_changes_its_fake_alone()
    {
        GeneratorRun run = _harness.Run(Replace("Order.cs", Of("Order", Contract).Replace("HiAsync", "HelloAsync", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.FakeOutput).Select(static reason => reason == IncrementalStepRunReason.Cached ? IncrementalStepRunReason.Unchanged : reason));
        Assert.Contains("OnHello", run.AllText, StringComparison.Ordinal);
        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Models_hold_nothing_of_the_compilation()
        => Assert.All(_first.Outputs(TrackingNames.FakeOutput), static output => ObjectGraph.AssertHoldsNone(output.Value, [typeof(ISymbol), typeof(SyntaxNode), typeof(Location), typeof(Compilation)]));

    private static string Of(string name, string template) => template.Replace("NAME", name, StringComparison.Ordinal);

    private CSharpCompilation Replace(string path, string text)
        => _compilation.ReplaceSyntaxTree(_compilation.SyntaxTrees.Single(tree => tree.FilePath == path), _project.Parse(new SourceFile(path, text)));
}
