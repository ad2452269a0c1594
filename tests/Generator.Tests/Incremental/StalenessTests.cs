using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Incremental;

/// <summary>
/// Facts that a contract takes from other files are followed: after each edit the incremental output equals the output of a driver that starts anew.
/// </summary>
public sealed class StalenessTests
{
    private const string Contract = """
        using System.Threading.Tasks;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>A contract.</summary>
            [GeminiPrompts(Model = Facts.Model)]
            [Generation(MaxOutputTokens = Facts.Tokens)]
            public partial interface IDesk : ICommon
            {
                /// <summary>Answers.</summary>
                [Prompt(Facts.Template)]
                Task<Card> AnswerAsync(string question, Kind kind = Kind.First, int count = Facts.Count);
            }
        }
        """;

    private const string Facts = """
        using System.Threading.Tasks;
        using GeminiGen;

        namespace Desk
        {
            /// <summary>Constants.</summary>
            public static class Facts
            {
                /// <summary>A.</summary>
                public const string Model = "gemini-3.8-flash";
                /// <summary>B.</summary>
                public const string Template = Prefix + "{question} {kind} {count}";
                /// <summary>C.</summary>
                public const int Count = 3;
                /// <summary>D.</summary>
                public const int Tokens = 1000;
                private const string Prefix = "Please: ";

                /// <summary>E.</summary>
                public static int Body()
                {
                    const int local = 1;
                    return local;
                }
            }

            /// <summary>Base.</summary>
            public interface ICommon
            {
                /// <summary>Inherited.</summary>
                [Prompt("Translate {text}")]
                Task<string> TranslateAsync(string text);
            }

            /// <summary>Enum.</summary>
            public enum Kind
            {
                /// <summary>A.</summary>
                First,
                /// <summary>B.</summary>
                Second,
            }

            /// <summary>Card.</summary>
            public sealed record Card(string Title, Kind Kind, Part Part);

            /// <summary>Part.</summary>
            public sealed record Part(int Number);
        }
        """;

    [Theory]
    [InlineData("gemini-3.8-flash", "gemini-2.5-flash", true)]
    [InlineData("Please: ", "Kindly: ", true)]
    [InlineData("Count = 3", "Count = 4", true)]
    [InlineData("Tokens = 1000", "Tokens = 1001", true)]
    [InlineData("Translate {text}", "Convert {text}", true)]
    [InlineData("string text);", "string? text);", true)]
    [InlineData("Second,", "Second, /// <summary>C.</summary>\n Third,", true)]
    [InlineData("First,", "First = 5,", true)]
    [InlineData("Part(int Number)", "Part(string Number)", true)]
    [InlineData("Part(int Number)", "Part(int Number, int? Other)", true)]
    [InlineData("Part(int Number)", "Part([property: System.ComponentModel.Description(\"A number.\")] int Number)", true)]
    [InlineData("record Card(string Title", "record Card(string? Title", true)]
    [InlineData("record Card(string Title", "record Card([property: System.Text.Json.Serialization.JsonPropertyName(\"t\")] string Title", true)]
    [InlineData("public sealed record Part", "#nullable disable\n public sealed record Part", false)]
    [InlineData("local = 1", "local = 2", false)]
    [InlineData("/// <summary>E.</summary>", "// remark", false)]
    public void Edit_in_another_file_is_followed(string before, string after, bool changesOutput)
    {
        var project = new ConsumerProject(new SourceFile("Contract.cs", Contract), new SourceFile("Facts.cs", Facts));
        Assert.Contains(before, Facts, StringComparison.Ordinal);
        CSharpCompilation first = project.Compile();
        CSharpCompilation second = first.ReplaceSyntaxTree(
            first.SyntaxTrees[1], project.Parse(new SourceFile("Facts.cs", Facts.Replace(before, after, StringComparison.Ordinal))));
        var harness = new GeneratorDriverHarness(new PromptGenerator(), project);
        string original = harness.Run(first).SingleText;

        string incremental = harness.Run(second).SingleText;
        string anew = new GeneratorDriverHarness(new PromptGenerator(), project).Run(Reparse(second, project)).SingleText;

        Assert.Equal(anew, incremental);
        Assert.Equal(changesOutput, original != incremental);
    }

    [Fact]
    public void Directive_inside_a_method_body_that_reaches_beyond_it_is_followed()
    {
        string edited = Facts.Replace("const int local = 1;", "const int local = 1;\n#nullable disable", StringComparison.Ordinal);
        var project = new ConsumerProject(new SourceFile("Contract.cs", Contract), new SourceFile("Facts.cs", Facts));
        CSharpCompilation first = project.Compile();
        CSharpCompilation second = first.ReplaceSyntaxTree(first.SyntaxTrees[1], project.Parse(new SourceFile("Facts.cs", edited)));
        var harness = new GeneratorDriverHarness(new PromptGenerator(), project);
        harness.Run(first);

        string incremental = harness.Run(second).SingleText;

        Assert.Equal(new GeneratorDriverHarness(new PromptGenerator(), project).Run(Reparse(second, project)).SingleText, incremental);
    }

    [Fact]
    public void A_changed_reference_is_followed()
    {
        static MetadataReference Library(string members) => new ConsumerProject($$"""
            namespace Library
            {
                /// <summary>From elsewhere.</summary>
                public enum Kind { {{members}} }
            }
            """) { AssemblyName = "Library" }.Compile().WithOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

        MetadataReference before = Library("Alpha");
        var project = new ConsumerProject("""
            using System.Threading.Tasks;
            using GeminiGen;
            /// <summary>A contract.</summary>
            [GeminiPrompts]
            public partial interface IDesk
            {
                /// <summary>Answers.</summary>
                [Prompt("{question}")]
                Task<Library.Kind> AnswerAsync(string question);
            }
            """) { References = [.. ReferenceSet.FrameworkAndRuntime, before] };
        CSharpCompilation first = project.Compile();
        var harness = new GeneratorDriverHarness(new PromptGenerator(), project);
        string original = harness.Run(first).SingleText;

        string next = harness.Run(first.ReplaceReference(before, Library("Alpha, Omega"))).SingleText;

        Assert.DoesNotContain("Omega", original, StringComparison.Ordinal);
        Assert.Contains("Omega", next, StringComparison.Ordinal);
    }

    private static CSharpCompilation Reparse(CSharpCompilation compilation, ConsumerProject project) => compilation
        .RemoveAllSyntaxTrees()
        .AddSyntaxTrees(compilation.SyntaxTrees.Select(tree => project.Parse(new SourceFile(tree.FilePath, tree.GetText().ToString()))));
}
