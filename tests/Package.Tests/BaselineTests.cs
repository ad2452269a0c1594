namespace GeminiGen.Package.Tests;

/// <summary>The baseline: what the tool accepts is not reported, and what is new is.</summary>
[Collection(PackageGroup.Name)]
public sealed class BaselineTests(PackageFixture fixture)
{
    private const string Baseline = "geminigen.baseline.json";

    [Theory]
    [InlineData("2.1", "")]
    [InlineData("1", "../")]
    public async Task Accepted_findings_are_not_reported_and_new_ones_are(string version, string folder)
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers)
            .With("Keys.cs", Source(1))
            .With("appsettings.json", Settings(2))
            .With(folder + Baseline, "");
        File.Delete(PathOf(folder + Baseline));
        ProcessResult before = await BuildAsync($"-p:ErrorLog=build.sarif%2Cversion={version}");
        Assert.NotEqual(0, before.ExitCode);
        Assert.NotEmpty(FindingsProject.Lines(before, "GG1001"));
        Assert.NotEmpty(FindingsProject.Lines(before, "GG1004"));

        string said = (await RunToolAsync("build.sarif", "-o", folder + Baseline)).AssertSuccess().Output;
        string baseline = await File.ReadAllTextAsync(PathOf(folder + Baseline));
        Assert.Contains($"{Baseline}: ", said, StringComparison.Ordinal);
        Assert.Contains("appsettings.json\", \"rule\": \"GG1004\", \"hash\": \"", baseline, StringComparison.Ordinal);
        Assert.DoesNotContain(FalseKeys.Create(1)[..8], baseline, StringComparison.Ordinal);

        // The same findings, on other lines.
        project.With("Keys.cs", "// moved\n\n" + Source(1)).With("appsettings.json", Settings(2).Replace("{\n", "{\n\n", StringComparison.Ordinal));
        ProcessResult after = (await BuildAsync()).AssertSuccess();
        Assert.DoesNotContain(" GG1", after.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" GG2001", after.Output, StringComparison.Ordinal);

        // A new one in each file, beside the accepted one.
        project.With("Keys.cs", Source(1) + $"internal static class More {{ public const string Key = \"{FalseKeys.Create(3)}\"; }}\n").With(".env", $"A={FalseKeys.Create(4)}\n");
        ProcessResult worse = await BuildAsync();
        Assert.NotEqual(0, worse.ExitCode);
        Assert.Contains("Keys.cs(5,", Assert.Single(FindingsProject.Lines(worse, "GG1001")), StringComparison.Ordinal);
        Assert.Contains(".env(1,", Assert.Single(FindingsProject.Lines(worse, "GG1004")), StringComparison.Ordinal);

        Assert.Equal(2, FindingsProject.Lines(await BuildAsync("-p:GeminiGenBaseline=false"), "GG1001").Count);
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_is_told_at_its_place()
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers).With(Baseline, "{\n  \"version\": 2,\n  \"accepted\": []\n}");

        (ProcessResult result, _) = await project.BuildAsync();

        Assert.Contains("geminigen.baseline.json(2,14): error GG9004: ", Assert.Single(FindingsProject.Lines(result, "GG9004")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.sarif", "none.sarif")]
    [InlineData("Program.cs", "Program.cs is no SARIF log: it is not JSON from line 1")]
    [InlineData("Findings.csproj", "Findings.csproj is no SARIF log: it is not JSON from line 1")]
    public async Task The_tool_says_what_is_wrong_with_a_log(string log, string word)
    {
        ProcessResult result = await RunToolAsync(log);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(word, result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf(Baseline)));
    }

    private static string Source(int seed) => $"internal static class Keys\n{{\n    public const string Key = \"{FalseKeys.Create(seed)}\";\n}}\n";

    private static string Settings(int seed) => $"{{\n  \"Gemini\": {{ \"ApiKey\": \"{FalseKeys.Create(seed)}\" }}\n}}\n";

    private Task<ProcessResult> BuildAsync(params string[] arguments) => fixture.Consumers.BuildAsync(ConsumerProjects.Findings, arguments);

    private Task<ProcessResult> RunToolAsync(params string[] arguments) => fixture.Consumers.RunToolAsync(ConsumerProjects.Findings, fixture.Tool, ["baseline", .. arguments]);

    private string PathOf(string path) => fixture.Consumers.PathOf(ConsumerProjects.Findings, path);
}
