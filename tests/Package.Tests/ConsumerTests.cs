using System.Runtime.InteropServices;
using System.Text.Json;
using GeminiGen.Emulator;

namespace GeminiGen.Package.Tests;

/// <summary>What users see who reference the package.</summary>
[Collection(PackageGroup.Name)]
public sealed class ConsumerTests(PackageFixture fixture)
{
    private Consumers Consumers => fixture.Consumers;

    [Fact]
    public async Task The_readmes_first_program_builds_without_a_warning_and_runs()
    {
        string build = (await Consumers.BuildAsync(ConsumerProjects.Readme)).AssertSuccess().Output;
        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);

        string output = await RunWithEmulatorAsync(Consumers.PathOf(ConsumerProjects.Readme, "bin", "Debug", "net10.0", ConsumerProjects.Readme));
        Assert.NotEmpty(output.Trim());
    }

    [Fact]
    public async Task Warnings_stand_in_the_builds_output_as_the_readme_shows_them()
    {
        string output = (await Consumers.BuildAsync(ConsumerProjects.Faulty)).Output;

        Assert.All(ReadmeSnippets.PromisedWarnings, line => Assert.Contains(line, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Warnings_stand_in_the_sarif_log()
    {
        await Consumers.BuildAsync(ConsumerProjects.Faulty, "-p:ErrorLog=build.sarif%2Cversion=2.1");

        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(Consumers.PathOf(ConsumerProjects.Faulty, "build.sarif")));
        JsonElement run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        string[] logged = [.. run.GetProperty("results").EnumerateArray().Select(static result => result.GetProperty("ruleId").GetString()!)];
        Assert.All(PromisedIds(), id => Assert.Contains(id, logged));

        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Where(static rule => rule.GetProperty("id").GetString()!.StartsWith("GG", StringComparison.Ordinal))];
        Assert.All(PromisedIds(), id => Assert.Contains(rules, rule => rule.GetProperty("id").GetString() == id));
        Assert.All(rules, static rule =>
        {
            Assert.EndsWith($"docs/rules/{rule.GetProperty("id").GetString()}.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
            Assert.NotEmpty(rule.GetProperty("shortDescription").GetProperty("text").GetString()!);
            Assert.NotEmpty(rule.GetProperty("fullDescription").GetProperty("text").GetString()!);
            Assert.StartsWith("GeminiGen.", rule.GetProperty("properties").GetProperty("category").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_switch_turns_off_every_rule_but_those_about_contracts()
    {
        string output = (await Consumers.BuildAsync(ConsumerProjects.Faulty, "-p:GeminiGenAnalyzers=false")).Output;

        Assert.Contains(PromisedIds(), static id => !IsAboutContracts(id));
        Assert.All(PromisedIds(), id => Assert.Equal(IsAboutContracts(id), output.Contains(id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_older_compiler_is_refused_with_the_cure()
    {
        ProcessResult result = await Consumers.BuildAsync(ConsumerProjects.Readme, "-p:CompilerApiVersion=roslyn4.7");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error GG9001: GeminiGen needs the C# compiler 4.8 or newer, and this build has 'roslyn4.7'.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Friends_that_both_use_the_package_do_not_collide()
    {
        string output = (await Consumers.BuildAsync(ConsumerProjects.Friend)).AssertSuccess().Output;

        Assert.True(output.Contains("0 Warning(s)", StringComparison.Ordinal), output);
    }

    [Fact]
    public async Task A_model_catalogue_of_the_project_that_cannot_be_read_stops_the_build_at_its_place()
    {
        Consumers.Write(ConsumerProjects.Faulty + "/gemini-models.json", "[\n  {\"id\": \"gemini-3.8-flash\", \"limit\": 1}\n]");
        string output = (await Consumers.BuildAsync(ConsumerProjects.Faulty)).Output;
        File.Delete(Consumers.PathOf(ConsumerProjects.Faulty, "gemini-models.json"));

        Assert.Contains("gemini-models.json(2,30): error GG9002: ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prompt_files_are_known_without_configuration_and_faults_are_told_in_the_file()
    {
        string path = $"{ConsumerProjects.Library}/{ConsumerProjects.PromptFile}";
        Consumers.Write(path, "Ask about\n{txt}.\n");
        try
        {
            string output = (await Consumers.BuildAsync(ConsumerProjects.Library)).Output;

            Assert.Contains($"{ConsumerProjects.PromptFile}(2,2): error GG0005: Placeholder 'txt' names no parameter", output.Replace('\\', '/'), StringComparison.Ordinal);
        }
        finally
        {
            Consumers.Write(path, ConsumerProjects.PromptFileText);
        }
    }

    [Fact]
    public async Task The_extensions_alone_bring_everything()
    {
        (await Consumers.BuildAsync(ConsumerProjects.Extended)).AssertSuccess();

        string program = Consumers.PathOf(ConsumerProjects.Extended, "bin", "Debug", "net8.0", ConsumerProjects.Extended + ".dll");
        string output = (await Consumers.DotnetAsync(ConsumerProjects.Extended, "exec", "--roll-forward", "Major", program)).AssertSuccess().Output;

        Assert.Contains("given: True", output, StringComparison.Ordinal);
        Assert.Contains("made: 5", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_self_contained_program_on_dotnet_8_runs()
    {
        Assert.True(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "The project is for linux-x64.");
        string target = Consumers.PathOf("published");
        (await Consumers.DotnetAsync(ConsumerProjects.SelfContained, "publish", "--no-restore", "-nologo", "-o", target)).AssertSuccess();

        string output = await RunWithEmulatorAsync(Path.Combine(target, ConsumerProjects.SelfContained));
        Assert.Contains("runtime: 8.0.", output, StringComparison.Ordinal);
        Assert.Contains("typed: Card {", output, StringComparison.Ordinal);
        Assert.Contains("cost as the project says: True", output, StringComparison.Ordinal);
        Assert.Contains("text: True", output, StringComparison.Ordinal);
        Assert.Contains("stream: True", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> PromisedIds()
        => ReadmeSnippets.PromisedWarnings.SelectMany(static line => line.Split(' ')).Select(static word => word.TrimEnd(':'))
            .Where(static word => word.StartsWith("GG", StringComparison.Ordinal) && word.Length == 6).Distinct();

    private static bool IsAboutContracts(string id) => id.StartsWith("GG0", StringComparison.Ordinal);

    private async Task<string> RunWithEmulatorAsync(string program)
    {
        await using GeminiEmulator emulator = await GeminiEmulator.StartAsync();
        var environment = new Dictionary<string, string>
        {
            ["GOOGLE_GEMINI_BASE_URL"] = emulator.BaseAddress.AbsoluteUri,
            ["GEMINI_API_KEY"] = emulator.ApiKey,
        };
        string output = (await ProcessRunner.RunAsync(program, Consumers.PathOf(), environment)).AssertSuccess().Output;
        Assert.NotEmpty(emulator.Requests);
        return output;
    }
}
