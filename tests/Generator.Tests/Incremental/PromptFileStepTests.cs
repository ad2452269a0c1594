using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>Prompt files and contracts meet late: an edit of either leaves the other unread.</summary>
public sealed class PromptFileStepTests
{
    private const string FirstFile = "Prompts/First.prompt";
    private const string SharedFile = "Shared/Tone.prompt";

    private readonly ConsumerProject _project = new(Contract("First"), Contract("Second"), new SourceFile("Unrelated.cs", "internal static class A { }"))
    {
        AdditionalFiles =
        [
            new SourceFile(FirstFile, "First {text}. {> ../Shared/Tone.prompt}\n"),
            new SourceFile("Prompts/Second.prompt", "Second {text}.\n"),
            new SourceFile(SharedFile, "Be brief.\n"),
            new SourceFile("notes.txt", "No prompt."),
        ],
    };

    private readonly GeneratorDriverHarness _harness;
    private readonly CSharpCompilation _compilation;
    private readonly GeneratorRun _first;

    public PromptFileStepTests()
    {
        _harness = new GeneratorDriverHarness(new PromptGenerator(), _project);
        _compilation = _project.Compile();
        _first = _harness.Run(_compilation);
    }

    [Fact]
    public void Files_are_bound()
    {
        _first.Output.MustCompileWithoutWarning();
        Assert.Contains("writer.Literal(\". Be brief.\"u8);", _first.Texts.Values.First(), StringComparison.Ordinal);
        Assert.Equal(0, _harness.Files["notes.txt"].Reads);
    }

    [Theory]
    [InlineData("Unrelated.cs", "internal static class B { }")]
    [InlineData("First.cs", null)]
    public void Keystroke_in_code_reads_no_file_again(string path, string? text)
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(tree => tree.FilePath == path);
        text ??= old.ToString().Replace("public partial interface", "// A remark.\n    public partial interface", StringComparison.Ordinal);

        GeneratorRun run = _harness.Run(_compilation.ReplaceSyntaxTree(old, _project.Parse(new SourceFile(path, text))));

        Assert.All(_harness.Files, static file => Assert.True(file.Value.Reads <= 1, file.Key));
        Assert.All(run.Reasons(TrackingNames.Files), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(run.Reasons(TrackingNames.Bound), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(run.OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Theory]
    [InlineData(FirstFile, "Now {text}.\n", "Now ")]
    [InlineData(SharedFile, "Be verbose.\n", ". Be verbose.")]
    public void Edit_of_a_file_reaches_the_contract_that_uses_it_only(string path, string text, string expected)
    {
        _harness.Edit(path, text);

        GeneratorRun run = _harness.Run(_compilation);

        Assert.All(run.Reasons(TrackingNames.Model), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], run.Reasons(TrackingNames.Bound));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.OutputReasons);
        Assert.Contains($"writer.Literal(\"{expected}\"u8);", run.Texts.Values.First(), StringComparison.Ordinal);
    }

    [Fact]
    public void Edit_of_a_file_that_nobody_uses_writes_nothing()
    {
        _harness.Edit("notes.txt", "Still no prompt.");

        Assert.All(_harness.Run(_compilation).OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_that_changes_nothing_that_is_sent_writes_nothing()
    {
        _harness.Edit(FirstFile, "First {text}. {> ../Shared/Tone.prompt}\n\n");

        Assert.All(_harness.Run(_compilation).OutputReasons, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Edit_of_a_parameter_type_is_followed_where_a_file_names_it()
    {
        SyntaxTree old = _compilation.SyntaxTrees.Single(static tree => tree.FilePath == "First.cs");
        string text = old.ToString().Replace("AskAsync(string text)", "AskAsync(string? text)", StringComparison.Ordinal);

        GeneratorRun run = _harness.Run(_compilation.ReplaceSyntaxTree(old, _project.Parse(new SourceFile("First.cs", text))));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], run.OutputReasons);
    }

    private static SourceFile Contract(string name) => new(name + ".cs", $$"""
        using System.Threading.Tasks;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>A contract.</summary>
            [GeminiPrompts(Model = "gemini-3.8-flash")]
            public partial interface I{{name}}
            {
                /// <summary>Asks.</summary>
                [PromptFile("Prompts/{{name}}.prompt")]
                Task<string> AskAsync(string text);
            }
        }
        """);
}
