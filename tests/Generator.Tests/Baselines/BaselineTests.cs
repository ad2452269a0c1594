using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Baselines;

/// <summary>What is generated is what was recorded, and compiles under the strictest settings on the oldest and the newest C#.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string> Cases => [.. BaselineCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_as_recorded(string name)
    {
        GeneratorRun run = Run(name, LanguageVersion.Latest);

        BaselineCase.Baseline.Verify(name, run.AllText);
    }

    [Theory]
    [InlineData("Results")]
    [InlineData("TypedRecord")]
    public void Output_at_the_floor_is_as_recorded(string name)
    {
        GeneratorRun run = Run(name, ConsumerProject.FloorLanguageVersion);

        BaselineCase.Baseline.Verify(name + ".CSharp9", run.SingleText);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Recorded_file_compiles_without_a_warning(string name)
    {
        BaselineCase testCase = BaselineCase.Read(name);
        ConsumerProject project = testCase.ToProject(LanguageVersion.Latest);
        string recorded = BaselineCase.Baseline.ReadVerified(name);

        (project with { Sources = project.Sources.Add(new SourceFile("Recorded.g.cs", recorded)) }).Compile().MustCompileWithoutWarning();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_compiles_without_a_warning_at_the_lowest_language_version(string name)
    {
        GeneratorRun run = Run(name, BaselineCase.Read(name).LowestVersion);

        run.Output.MustCompileWithoutWarning();
    }

    [Fact]
    public void Every_case_has_a_recorded_file_and_every_recorded_file_has_a_case()
    {
        string[] recorded = [.. Directory.GetFiles(BaselineCase.Folder, "*.verified.cs")
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .Distinct()
            .Order(StringComparer.Ordinal)];

        Assert.Equal(BaselineCase.Names, recorded);
    }

    private static GeneratorRun Run(string name, LanguageVersion version)
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), BaselineCase.Read(name).ToProject(version));
        Assert.Empty(run.Diagnostics);
        return run;
    }
}
