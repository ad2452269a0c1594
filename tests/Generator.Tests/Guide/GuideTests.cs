using System.Reflection;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Generator.Tests.Guide;

/// <summary>Every snippet of the guide compiles and is served, so that nobody copies what does not work.</summary>
public sealed class GuideTests
{
    private static readonly string Folder = Path.Combine(
        typeof(GuideTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "ProjectDirectory").Value!,
        "..", "..", "docs", "guide");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(static file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Snippets_compile_and_are_served(string page)
    {
        string markdown = File.ReadAllText(Path.Combine(Folder, page)).ReplaceLineEndings("\n");
        ConsumerProject project = GuidePage.Read(markdown);
        Assert.True(project.Sources.Length > 1, "the page shows no C#");

        Assert.Equal(markdown.Split("```prompt\n").Length - 1, project.AdditionalFiles.Length);

        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), project);

        Diagnostic[] problems = [.. run.Output.GetDiagnostics().Where(static problem => problem.DefaultSeverity == DiagnosticSeverity.Error)];
        Assert.True(problems.Length == 0, CompilationChecks.Describe(problems));
        Assert.DoesNotContain(run.Texts.Values, static text => text.Contains("throw new global::System.NotSupportedException(", StringComparison.Ordinal));
    }
}
