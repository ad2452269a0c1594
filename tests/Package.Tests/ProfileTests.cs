using System.Text;

namespace GeminiGen.Package.Tests;

/// <summary>Profiles: the severities a project chooses by one property.</summary>
[Collection(PackageGroup.Name)]
public sealed class ProfileTests(PackageFixture fixture)
{
    private const string Warning = "GG2001";
    private const string Error = "GG3006";
    private const string Info = "GG4013";

    private static readonly string[] ReleaseFiles = ["Shipped", "Unshipped"];

    [Theory]
    [InlineData("", "warning", "error", "note")]
    [InlineData("default", "warning", "error", "note")]
    [InlineData("strict", "error", "error", "note")]
    [InlineData("Brownfield", "warning", "warning", "")]
    [InlineData("library", "note", "error", "note")]
    public async Task A_profile_sets_the_severities(string profile, string warning, string error, string info)
    {
        using var project = new FindingsProject(fixture.Consumers);

        (_, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync($"-p:GeminiGenProfile={profile}");

        Assert.Equal((warning, error, info), (LevelOf(logged, Warning), LevelOf(logged, Error), LevelOf(logged, Info)));
    }

    [Fact]
    public async Task Another_profile_compiles_a_project_anew_that_is_up_to_date()
    {
        using var project = new FindingsProject(fixture.Consumers);
        await project.BuildAsync("-p:GeminiGenProfile=brownfield");

        ProcessResult result = await fixture.Consumers.DotnetAsync(ConsumerProjects.Findings, ["build", "--no-restore", "-nologo", "-p:GeminiGenProfile=strict"]);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"error {Warning}: ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_project_says_itself_goes_before()
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers).With(".editorconfig", $"root = true\n[*.cs]\ndotnet_diagnostic.{Warning}.severity = none\n");

        (_, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync("-p:GeminiGenProfile=strict");

        Assert.Equal(("", "error"), (LevelOf(logged, Warning), LevelOf(logged, Error)));
    }

    [Fact]
    public async Task The_switch_of_all_rules_goes_before()
    {
        using var project = new FindingsProject(fixture.Consumers);

        (ProcessResult result, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync("-p:GeminiGenProfile=strict", "-p:GeminiGenAnalyzers=false");

        result.AssertSuccess();
        Assert.Equal(("", "", ""), (LevelOf(logged, Warning), LevelOf(logged, Error), LevelOf(logged, Info)));
    }

    [Fact]
    public async Task An_unknown_profile_stops_the_build_and_names_the_profiles()
    {
        ProcessResult result = await fixture.Consumers.BuildAsync(ConsumerProjects.Findings, "-p:GeminiGenProfile=stict");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error GG9005: GeminiGenProfile is 'stict', which is no profile. Set it to 'default', 'strict', 'brownfield' or 'library', or leave it out.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("strict", "Warning", "error", "GG")]
    [InlineData("brownfield", "Error", "warning", "GG")]
    [InlineData("brownfield", "Info", "none", "GG")]
    [InlineData("library", "Warning", "suggestion", "GG2")]
    public void A_profile_names_every_rule_of_a_severity(string profile, string severity, string changed, string prefix)
    {
        string[] lines = Encoding.UTF8.GetString(fixture.Package.Read(".nupkg", $"build/profiles/{profile}.globalconfig")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] expected =
        [
            .. ReleaseFiles
                .SelectMany(static kind => Repository.ReadText($"src/Analyzers/AnalyzerReleases.{kind}.md").Split('\n'))
                .Select(static row => row.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells.Length == 4 && cells[0].StartsWith(prefix, StringComparison.Ordinal) && cells[2] == severity)
                .Select(cells => $"dotnet_diagnostic.{cells[0]}.severity = {changed}"),
        ];

        Assert.NotEmpty(expected);
        Assert.Equal(["is_global = true", "global_level = -1"], lines[..2]);
        Assert.Equal(expected, lines.Where(line => line.EndsWith($"= {changed}", StringComparison.Ordinal)));
    }

    private static string LevelOf(IReadOnlyList<(string Rule, string Level)> logged, string rule) => logged.FirstOrDefault(finding => finding.Rule == rule).Level ?? "";
}
