namespace GeminiGen.Package.Tests;

/// <summary>Settings files reach the rules without any configuration.</summary>
[Collection(PackageGroup.Name)]
public sealed class SettingsFileTests(PackageFixture fixture)
{
    private const string Rule = "GG1004";

    private static readonly string[] Places = [".env.local(1,3)", "Own.props(1,15)", "Properties/launchSettings.json(3,16)", "appsettings.json(3,16)", "it's (mine)/App.config(1,7)"];

    private string Settings { get; } = $"{{\n  \"Gemini\": {{\n    \"ApiKey\": \"{FalseKeys.Create(1)}\"\n  }}\n}}\n";

    [Fact]
    public async Task Keys_are_told_at_their_characters_and_only_where_a_projects_settings_are()
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers)
            .With("appsettings.json", Settings)
            .With("Properties/launchSettings.json", Settings)
            .With("it's (mine)/App.config", $"<a b=\"{FalseKeys.Create(2)}\"/>")
            .With(".env.local", $"A={FalseKeys.Create(3)}\n")
            .With("Own.props", $"<Project><!-- {FalseKeys.Create(4)} --></Project>")
            .With("node_modules/p/appsettings.json", Settings)
            .With("bin/appsettings.json", Settings)
            .With("obj/appsettings.json", Settings)
            .With(".git2/appsettings.json", Settings)
            .With("../appsettings.json", Settings);

        (ProcessResult result, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync();

        string[] places = [.. FindingsProject.Lines(result, Rule).Select(static line => line[..line.IndexOf(": error", StringComparison.Ordinal)]).Order(StringComparer.Ordinal)];
        Assert.Equal(
            Places.Select(file => Path.Combine(fixture.Consumers.PathOf(ConsumerProjects.Findings), file)).Order(StringComparer.Ordinal),
            places);
        Assert.Equal(places.Length, logged.Count(static finding => finding.Rule == Rule));
        Assert.Contains(FindingsProject.Lines(result, Rule), static line => line.Contains("dotnet user-secrets set \"Gemini:ApiKey\"", StringComparison.Ordinal));
        Assert.DoesNotContain(FalseKeys.Create(1)[..12], result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_project_file_and_what_it_imports_are_read()
    {
        string properties = File.ReadAllText(fixture.Consumers.PathOf("Directory.Build.props"));
        using FindingsProject project = new FindingsProject(fixture.Consumers).With("Directory.Build.props", properties.Replace("<Project>", $"<Project><!-- {FalseKeys.Create(5)} -->", StringComparison.Ordinal));

        (ProcessResult result, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync();

        Assert.Single(logged, static finding => finding.Rule == Rule);
        Assert.Contains("Directory.Build.props(1,15): error GG1004: ", Assert.Single(FindingsProject.Lines(result, Rule)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-p:GeminiGenSettingsFiles=false")]
    [InlineData("-p:GeminiGenAnalyzers=false")]
    public async Task A_property_leaves_them_out(string property)
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers).With("appsettings.json", Settings);

        (ProcessResult result, _) = await project.BuildAsync(property);

        Assert.Empty(FindingsProject.Lines(result, Rule));
    }

    [Fact]
    public async Task What_the_project_leaves_out_of_its_items_is_left_out()
    {
        const string Properties = "<Project><Import Project=\"../Directory.Build.props\" /><PropertyGroup><DefaultItemExcludes>$(DefaultItemExcludes);appsettings.json</DefaultItemExcludes></PropertyGroup></Project>";
        using FindingsProject project = new FindingsProject(fixture.Consumers).With("appsettings.json", Settings).With("Directory.Build.props", Properties);

        (_, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync();

        Assert.NotEmpty(logged);
        Assert.DoesNotContain(logged, static finding => finding.Rule == Rule);
    }

    [Fact]
    public async Task A_binary_file_with_the_name_of_settings_does_not_stop_the_build()
    {
        using FindingsProject project = new FindingsProject(fixture.Consumers).With("appsettings.json", Settings);
        byte[] bytes = new byte[5000];
        new Random(6).NextBytes(bytes);
        bytes[10] = bytes[11] = 0;
        File.WriteAllBytes(fixture.Consumers.PathOf(ConsumerProjects.Findings, "appsettings.json"), bytes);

        (ProcessResult result, IReadOnlyList<(string Rule, string Level)> logged) = await project.BuildAsync();

        Assert.NotEmpty(logged);
        Assert.DoesNotContain(logged, static finding => finding.Rule == Rule);
        Assert.DoesNotContain("CS2015", result.Output, StringComparison.Ordinal);
    }
}
