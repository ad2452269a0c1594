using GeminiGen.Generator.Memo;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>
/// Which edits of other files a contract is read again for. Every type stands in a file of its own, and the driver has already seen a declaration change,
/// so that what is remembered is remembered for what the contract's file can reach. After each edit the output equals that of a driver that starts anew.
/// </summary>
public sealed class ReachTests
{
    private static readonly ConsumerProject Project = new(
        new SourceFile("Contract.cs", """
            using System.Threading.Tasks;
            using GeminiGen;
            using static Desk.Limits;

            namespace Desk
            {
                /// <summary>A contract.</summary>
                [GeminiPrompts(Model = Facts.Model)]
                [Generation(MaxOutputTokens = Tokens)]
                public partial interface IDesk : ICommon
                {
                    /// <summary>Answers.</summary>
                    [Prompt(Facts.Template)]
                    Task<Card> AnswerAsync(string question, [Short] string place, Kind kind = Kind.First);

                    /// <summary>Grows.</summary>
                    [Prompt("{text}")]
                    PromptStream<CardSnapshot> GrowAsync(string text);
                }
            }
            """),
        new SourceFile("Facts.cs", """
            namespace Desk
            {
                /// <summary>Constants.</summary>
                public static class Facts
                {
                    /// <summary>A.</summary>
                    public const string Model = "gemini-3.8-flash";
                    /// <summary>B.</summary>
                    public const string Template = Words.Prefix + "{question} {place} {kind}";
                }
            }
            """),
        new SourceFile("Words.cs", "namespace Desk { internal static class Words { internal const string Prefix = \"Please: \"; } }"),
        new SourceFile("Limits.cs", "namespace Desk { internal static class Limits { internal const int Tokens = 1000; } }"),
        new SourceFile("ShortAttribute.cs", """
            using System.ComponentModel.DataAnnotations;

            namespace Desk { internal sealed class ShortAttribute : MaxLengthAttribute { public ShortAttribute() : base(5) { } } }
            """),
        new SourceFile("ICommon.cs", """
            using System.Threading.Tasks;
            using GeminiGen;

            namespace Desk
            {
                /// <summary>Base.</summary>
                public interface ICommon
                {
                    /// <summary>Inherited.</summary>
                    [Prompt("Translate {text}")]
                    Task<string> TranslateAsync(string text);
                }
            }
            """),
        new SourceFile("Kind.cs", "namespace Desk { /// <summary>Enum.</summary>\n public enum Kind { /// <summary>A.</summary>\n First, /// <summary>B.</summary>\n Second } }"),
        new SourceFile("Card.cs", "namespace Desk { /// <summary>Card.</summary>\n public partial record Card(string Title, Kind Kind, Part Part); }"),
        new SourceFile("CardMore.cs", "namespace Desk { public partial record Card { /// <summary>More.</summary>\n public string? More { get; init; } } }"),
        new SourceFile("CardSnapshot.cs", "namespace Desk { /// <summary>Snapshot.</summary>\n [GeminiGen.SnapshotOf(typeof(Card))] public sealed partial record CardSnapshot; }"),
        new SourceFile("Part.cs", "namespace Desk { /// <summary>Part.</summary>\n public sealed record Part(int Number); }"),
        new SourceFile("Other.cs", "namespace Desk { internal static class Other { internal const int Number = 1; } }"),
        new SourceFile("Empty.cs", "namespace Desk { }"));

    [Theory]
    [InlineData("Facts.cs", "gemini-3.8-flash", "gemini-2.5-flash")]
    [InlineData("Words.cs", "Please: ", "Kindly: ")]
    [InlineData("Limits.cs", "1000", "1001")]
    [InlineData("ShortAttribute.cs", "base(5)", "base(6)", false)]
    [InlineData("ICommon.cs", "Translate {text}", "Convert {text}")]
    [InlineData("ICommon.cs", "string text", "string? text")]
    [InlineData("Kind.cs", "Second", "Second, /// <summary>C.</summary>\n Third")]
    [InlineData("Card.cs", "string Title", "string? Title")]
    [InlineData("CardMore.cs", "string? More", "int? More")]
    [InlineData("CardSnapshot.cs", "record CardSnapshot;", "record CardSnapshot { /// <summary>Own.</summary>\n public string? Title { get; init; } }")]
    [InlineData("Part.cs", "int Number", "int Number, string? Name")]
    [InlineData("Empty.cs", "{ }", "{ public sealed partial class Desk { /// <summary>Mine.</summary>\n public void RenderAnswerAsync(string question, string place, Kind kind) { } } }")]
    [InlineData("Empty.cs", "{ }", "{ internal static class DeskServiceCollectionExtensions { } }")]
    [InlineData("Empty.cs", "{ }", "{ internal sealed class Desk { } }")]
    [InlineData("Empty.cs", "namespace Desk { }", "namespace Desk.Inner { /// <summary>Enum.</summary>\n public enum Kind { /// <summary>Z.</summary>\n Zeroth } }", false)]
    [InlineData("Empty.cs", "namespace Desk { }", "[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"E1\")] namespace Desk { }")]
    [InlineData("Other.cs", "Number = 1", "Number = 2", false)]
    public void Edit_in_another_file_is_followed(string file, string before, string after, bool changesOutput = true)
    {
        CSharpCompilation compilation = Project.Compile();
        var harness = new GeneratorDriverHarness(new PromptGenerator(), Project);
        harness.Run(compilation);
        string original = harness.Run(Edit(compilation, "Other.cs", "Number = 1", "Number = 3")).AllText;

        CSharpCompilation edited = Edit(compilation, file, before, after);
        string incremental = harness.Run(edited).AllText;

        Assert.Equal(new GeneratorDriverHarness(new PromptGenerator(), Project).Run(Reparse(edited)).AllText, incremental);
        Assert.Equal(changesOutput, original != incremental);
    }

    [Theory]
    [InlineData("Other.cs", "Number = 1", "Number = 2", true)]
    [InlineData("Other.cs", "Number = 1;", "Number = 1; internal static string Text => \"\";", true)]
    [InlineData("Other.cs", "class Other", "class Another", false)]
    [InlineData("Other.cs", "namespace Desk", "namespace Elsewhere", false)]
    [InlineData("Other.cs", "namespace Desk", "global using Words = System.String; namespace Desk", false)]
    [InlineData("Words.cs", "Please", "Kindly", false)]
    [InlineData("Part.cs", "int Number", "long Number", false)]
    public void Only_what_the_contract_can_reach_counts(string file, string before, string after, bool isSame)
    {
        CSharpCompilation compilation = Project.Compile();

        Assert.Equal(isSame, Reach(compilation) == Reach(Edit(compilation, file, before, after)));
    }

    [Fact]
    public void A_file_that_reaches_very_many_reaches_all()
    {
        string parts = string.Join(", ", Enumerable.Range(0, 100).Select(static i => $"Part{i} P{i}"));
        CSharpCompilation compilation = new ConsumerProject(
        [
            new SourceFile("Contract.cs", $"class Wide {{ void Take({parts}) {{ }} }}"),
            new SourceFile("Other.cs", "class Other { const int Number = 1; }"),
            .. Enumerable.Range(0, 100).Select(static i => new SourceFile($"Part{i}.cs", $"class Part{i} {{ }}")),
        ]).Compile();

        Assert.Equal(CompilationShape.Of(compilation, CancellationToken.None).Whole, Reach(compilation));
    }

    private static ulong Reach(CSharpCompilation compilation)
        => CompilationShape.Of(compilation, CancellationToken.None).GetReach(compilation.SyntaxTrees.Single(tree => tree.FilePath == "Contract.cs"), CancellationToken.None);

    private static CSharpCompilation Edit(CSharpCompilation compilation, string file, string before, string after)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == file);
        string text = tree.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, Project.Parse(new SourceFile(file, text.Replace(before, after, StringComparison.Ordinal))));
    }

    private static CSharpCompilation Reparse(CSharpCompilation compilation) => compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(static tree => Project.Parse(new SourceFile(tree.FilePath, tree.GetText().ToString()))));
}
