using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>Models are values: they compare by content and keep nothing of the compilation alive.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Two_compilations_of_one_text_give_equal_models(string name)
    {
        object first = Assert.Single(Models(name));
        object second = Assert.Single(Models(name));

        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }

    [Fact]
    public void Models_of_different_texts_differ()
    {
        object[] models = [.. BaselineCase.Names.SelectMany(Models)];

        Assert.Equal(models.Length, models.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_step_of_ours_keeps_the_compilation_alive(string name)
    {
        GeneratorRun run = Run(name);
        string[] steps = [TrackingNames.Model, TrackingNames.Options, TrackingNames.Output];

        Assert.All(steps, step => Assert.NotEmpty(run.Outputs(step)));
        Assert.All(steps.SelectMany(run.Outputs), output => ObjectGraph.AssertHoldsNone(output.Value, forbidden:
            [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Location), typeof(Compilation), typeof(SemanticModel)]));
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        var holder = new { Deep = new object[] { new Dictionary<string, object> { ["a"] = Location.None } } };

        Assert.ThrowsAny<Exception>(() => ObjectGraph.AssertHoldsNone(holder, forbidden: [typeof(Location)]));
    }

    private static IEnumerable<object> Models(string name) => Run(name).Outputs(TrackingNames.Model).Select(output => output.Value);

    private static GeneratorRun Run(string name) =>
        GeneratorDriverHarness.RunOnce(new PromptGenerator(), BaselineCase.Read(name).ToProject(LanguageVersion.Latest));
}
