using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>What each kind of edit makes of classes marked <c>[ToolSetOf]</c>.</summary>
public sealed class ToolSetStepTests
{
    private const string ToolsPath = "WeatherTools.cs";
    private const string UnrelatedPath = "Unrelated.cs";
    private const string Set = """
        using GeminiGen;

        namespace Desk
        {
            /// <summary>A set.</summary>
            [ToolSetOf(typeof(NAMETools))]
            public static partial class NAMEToolSet
            {
            }
        }
        """;

    private const string Tools = """
        using System.ComponentModel.DataAnnotations;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>Functions.</summary>
            public class NAMETools
            {
                /// <summary>Counts.</summary>
                [Tool("Counts")]
                public int Count([Range(1, 5)] int first)
                {
                    return first + 1;
                }
            }
        }
        """;

    private readonly ConsumerProject _project = new(
        new SourceFile("WeatherToolSet.cs", Of("Weather", Set)),
        new SourceFile("OrderToolSet.cs", Of("Order", Set)),
        new SourceFile(ToolsPath, Of("Weather", Tools)),
        new SourceFile("OrderTools.cs", Of("Order", Tools)),
        new SourceFile(UnrelatedPath, "internal static class Unrelated { internal static int Next(int value) { return value + 1; } }"));

    private readonly GeneratorDriverHarness _harness;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorRun _first;

    public ToolSetStepTests()
    {
        _harness = new GeneratorDriverHarness(new PromptGenerator(), _project);
        _compilation = _project.Compile();
        _first = _harness.Run(_compilation);
    }

    [Fact]
    public void First_run_is_new()
    {
        Assert.Equal([IncrementalStepRunReason.New, IncrementalStepRunReason.New], _first.Reasons(TrackingNames.ToolSet));
        Assert.Equal(2, _first.Sources.Length);
        _first.Output.MustCompileWithoutWarning();
    }

    [Theory]
    [InlineData("internal static class Unrelated { internal static int Next(int value) { return value + 2; } }")]
    [InlineData("internal static class Unrelated { internal static int Next(int value) { return value + 1; } internal static int Other => 2; }")]
    [InlineData("// Nothing.")]
    public void Unrelated_edit_leaves_every_step_as_it_was(string unrelated)
    {
        GeneratorRun run = _harness.Run(Replace(UnrelatedPath, unrelated));

        Assert.All(run.Reasons(TrackingNames.ToolSet), NotReemitted);
        Assert.All(run.Reasons(TrackingNames.ToolSetOutput), NotReemitted);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Fact]
    public void Body_of_a_function_leaves_every_step_as_it_was()
    {
        GeneratorRun run = _harness.Run(Replace(ToolsPath, Of("Weather", Tools).Replace("+ 1", "+ 2", StringComparison.Ordinal)));

        Assert.All(run.Reasons(TrackingNames.ToolSet), NotReemitted);
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    [Theory]
    [InlineData("Count(", "Sum(")]
    [InlineData("Range(1, 5)", "Range(1, 6)")]
    public void Changed_function_is_written_and_its_neighbours_are_not(string before, string after)
    {
        GeneratorRun run = _harness.Run(Replace(ToolsPath, Of("Weather", Tools).Replace(before, after, StringComparison.Ordinal)));

        Assert.Equal(IncrementalStepRunReason.Modified, run.Reasons(TrackingNames.ToolSet)[0]);
        NotReemitted(run.Reasons(TrackingNames.ToolSet)[1]);
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.OutputReasons);
        Assert.Equal(_harness.Run(_compilation).Texts, _first.Texts);
    }

    private static void NotReemitted(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString());

    private static string Of(string name, string text) => text.Replace("NAME", name, StringComparison.Ordinal);

    private CSharpCompilation Replace(string path, string text)
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        return _compilation.ReplaceSyntaxTree(old, _project.Parse(new SourceFile(path, text)));
    }
}
