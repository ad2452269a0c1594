using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>The project's own catalogue: what is written of it, and what an edit costs.</summary>
public sealed class ProjectModelsStepTests
{
    private const string FileName = "gemini-models.json";
    private const string ModelsHint = "GeminiGen.ProjectModels.g.cs";

    private const string Json = """
        [
          {"id":"gemini-3.8-flash","prices":{"tiers":[{"inputPerMTok":1000,"outputPerMTok":2000}]}},
          {"id":"house-model","status":"preview","released":"2026-11","capabilities":{"thinking":{"kind":"budget","max":100,"canDisable":true},"streaming":true},"notes":["\"ours\""]}
        ]
        """;

    private readonly ConsumerProject _project = new(Contract, new SourceFile("Unrelated.cs", "internal static class A { }"))
    {
        AssemblyName = "My.App",
        AdditionalFiles = [new SourceFile(FileName, Json)],
    };

    private readonly GeneratorDriverHarness _harness;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorRun _first;

    public ProjectModelsStepTests()
    {
        _harness = new GeneratorDriverHarness(new PromptGenerator(), _project);
        _compilation = _project.Compile();
        _first = _harness.Run(_compilation);
    }

    [Fact]
    public void The_file_becomes_entries_and_every_method_hands_them_over()
    {
        _first.Output.MustCompileWithoutWarning();

        string models = _first.Texts[ModelsHint];
        Assert.Contains("internal static class ProjectModels_My_App", models, StringComparison.Ordinal);
        // What the file says, over what the package says.
        Assert.Contains("InputPerMillionTokens = 1000m, OutputPerMillionTokens = 2000m,", models, StringComparison.Ordinal);
        Assert.DoesNotContain("ValidUntil", models, StringComparison.Ordinal);
        Assert.Contains("new global::GeminiGen.GeminiModel(\"gemini-3.8-flash\") { Family = \"gemini-3\", Status = global::GeminiGen.GeminiModelStatus.Stable,", models, StringComparison.Ordinal);
        Assert.Contains("new global::GeminiGen.GeminiModel(\"house-model\") { Status = global::GeminiGen.GeminiModelStatus.Preview, Released = new global::System.DateOnly(2026, 11, 30),", models, StringComparison.Ordinal);
        Assert.Equal(2, Occurrences("Models = global::GeminiGen.Generated.ProjectModels_My_App.Models,", ContractText(_first)));
    }

    [Fact]
    public void It_is_valid_in_the_lowest_language_version()
        => GeneratorDriverHarness.RunOnce(new PromptGenerator(), _project with { LanguageVersion = ConsumerProject.FloorLanguageVersion }).Output.MustCompileWithoutWarning();

    [Fact]
    public void Without_a_file_nothing_of_it_is_written()
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), _project with { AdditionalFiles = [] });

        Assert.DoesNotContain("ProjectModels", run.SingleText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Unrelated.cs", "internal static class B { }")]
    [InlineData("Contract.cs", null)]
    public void Keystroke_in_code_leaves_the_file_unread(string path, string? text)
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        text ??= old.ToString().Replace("public partial interface", "// A remark.\n    public partial interface", StringComparison.Ordinal);

        GeneratorRun run = _harness.Run(_compilation.ReplaceSyntaxTree(old, _project.Parse(new SourceFile(path, text))));

        Assert.Equal(1, _harness.Files[FileName].Reads);
        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Catalog));
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_of_a_number_leaves_contracts_as_they_are()
    {
        _harness.Edit(FileName, Json.Replace("1000", "1", StringComparison.Ordinal));

        GeneratorRun run = _harness.Run(_compilation);

        Assert.Equal([IncrementalStepRunReason.Cached], run.Reasons(TrackingNames.Output));
        Assert.Contains("InputPerMillionTokens = 1m,", run.Texts[ModelsHint], StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_that_says_the_same_writes_nothing()
    {
        _harness.Edit(FileName, Json + "\n\n");

        GeneratorRun run = _harness.Run(_compilation);

        Assert.Equal([IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Catalog));
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"id\":1}]")]
    [InlineData("[{\"id\":\"a\",\"status\":\"x\"}]")]
    public void A_file_that_cannot_be_read_counts_as_absent(string json)
    {
        _harness.Edit(FileName, json);

        Assert.DoesNotContain("ProjectModels", _harness.Run(_compilation).SingleText, StringComparison.Ordinal);
    }

    private static string ContractText(GeneratorRun run) => run.Texts.Single(static text => text.Key != ModelsHint).Value;

    private static int Occurrences(string part, string text) => text.Split(part).Length - 1;

    private static SourceFile Contract => new("Contract.cs", """
        using System.Threading.Tasks;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>A contract.</summary>
            [GeminiPrompts(Model = "house-model")]
            public partial interface IDesk
            {
                /// <summary>Asks.</summary>
                [Prompt("Ask {text}")]
                Task<string> AskAsync(string text);

                /// <summary>Tells.</summary>
                [Prompt("Tell {text}")]
                Task<string> TellAsync(string text);
            }
        }
        """);
}
