using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>Documentation comments describe answers to the model.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    public void Output_is_the_same_with_and_without_a_documentation_file(DocumentationMode mode)
    {
        ConsumerProject project = BaselineCase.Read("TypedRules").ToProject(LanguageVersion.Latest);

        Assert.Equal(Run(project).SingleText, Run(project with { Documentation = mode }).SingleText);
    }

    [Theory]
    [InlineData("/// <summary>Plain.</summary>", "Plain.")]
    [InlineData("/// <summary>\n///   Two\n///   lines. \n/// </summary>\n/// <remarks>More.</remarks>", "Two lines.")]
    [InlineData("/// <summary>A <see cref=\"System.Uri\"/>, <c>code</c> &amp; <see langword=\"null\"/>.</summary>", "A Uri, code & null.")]
    [InlineData("/** <summary>A star.</summary> */", "A star.")]
    [InlineData("/// <summary>By the comment.</summary>\n[System.ComponentModel.Description(\"By the attribute.\")]", "By the attribute.")]
    public void Summary_becomes_the_description(string comment, string expected)
        => Assert.Contains("\"description\":\"" + expected + "\"", Run(new ConsumerProject(Source(comment))).SingleText, StringComparison.Ordinal);

    [Theory]
    [InlineData("/// <summary>Plain.</summary>\n", DocumentationMode.None)]
    [InlineData("/// <summary>Plain.</summary>\n", DocumentationMode.Diagnose)]
    [InlineData("/** <summary>Plain.</summary> */ ", DocumentationMode.None)]
    [InlineData("/** <summary>Plain.</summary> */ ", DocumentationMode.Diagnose)]
    public void A_comment_behind_the_brace_is_the_members(string comment, DocumentationMode mode)
    {
        ConsumerProject project = new(Source("").Replace("{\n\n", "{ " + comment, StringComparison.Ordinal)) { Documentation = mode };

        Assert.Contains("\"description\":\"Plain.\"", Run(project).SingleText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Task<Kind>", "\"description\":\"A kind.\\nletter: On paper.\\nReport: Spoken.\",\"enum\":[\"letter\",\"Report\",\"Other\"]")]
    [InlineData("Task<Kinds>", "\"description\":\"Small: At most a page.\",\"items\":")]
    [InlineData("Task<Card>", "\"description\":\"Its kind.\\nReport: Spoken.\",\"enum\":[\"Report\",\"Other\"]")]
    [InlineData("Task<System.Collections.Generic.Dictionary<Kind, int>>", "\"letter\":{\"type\":\"integer\",\"description\":\"On paper.\"")]
    public void What_members_of_an_enum_mean_is_said_of_the_enum(string answer, string expected)
    {
        string source = """
            using System;
            using System.ComponentModel;
            using System.ComponentModel.DataAnnotations;
            using System.Text.Json.Serialization;
            using System.Threading.Tasks;
            using GeminiGen;

            /// <summary>A kind.</summary>
            public enum Kind
            {
                /// <summary>On paper.</summary>
                [JsonStringEnumMemberName("letter")] Letter,
                [Description("Spoken.")] Report,
                Other,
            }

            [Flags]
            public enum Kinds
            {
                /// <summary>At most a page.</summary>
                Small = 1,
                Large = 2,
            }

            public sealed record Card([property: Description("Its kind."), AllowedValues(Kind.Report, Kind.Other)] Kind Kind);

            [GeminiPrompts] public interface IDesk { [Prompt("a")] ANSWER AskAsync(); }
            """;

        Assert.Contains(expected, Run(new ConsumerProject(source.Replace("ANSWER", answer, StringComparison.Ordinal))).SingleText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("// <summary>No.</summary>")]
    [InlineData("//// <summary>No.</summary>")]
    [InlineData("/// <summary></summary>")]
    [InlineData("/// <inheritdoc/>")]
    public void Other_comments_do_not(string comment)
        => Assert.DoesNotContain("description", Run(new ConsumerProject(Source(comment))).SingleText, StringComparison.Ordinal);

    private static string Source(string comment)
        => "using System.Threading.Tasks;\nusing GeminiGen;\npublic sealed class Card {\n" + comment
            + "\npublic required string Name { get; init; } }\n[GeminiPrompts] public interface IDesk { [Prompt(\"a\")] Task<Card> AskAsync(); }";

    private static GeneratorRun Run(ConsumerProject project) => GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);
}
