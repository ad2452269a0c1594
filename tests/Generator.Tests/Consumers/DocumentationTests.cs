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
