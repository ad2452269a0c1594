namespace GeminiGen.Cli.Tests;

/// <summary><c>geminigen baseline</c> with files it cannot read.</summary>
public sealed class BaselineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("geminigen-baseline");

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("var x = 1;", "log.sarif is no SARIF log: it is not JSON from line 1, character 1 on.")]
    [InlineData("{ }", "log.sarif is no SARIF log.")]
    [InlineData("", "log.sarif is no SARIF log: it is not JSON from line 1, character 1 on.")]
    public async Task A_log_that_is_none_is_named(string log, string message)
    {
        (int code, string output, string errors) = await RunAsync(log, baseline: null);

        Assert.Equal((1, "", message), (code, output, errors.Trim()));
    }

    [Theory]
    [InlineData("{\n<<<<<<< HEAD\n", "base.json is no baseline: it is not JSON from line 2, character 1 on.")]
    [InlineData("{ \"version\": 1 }", "base.json is no baseline: it has no list 'accepted'.")]
    [InlineData("{ \"version\": 2 }", "base.json is no baseline of version 1.")]
    public async Task A_baseline_that_is_none_is_named_and_kept(string baseline, string message)
    {
        (int code, string output, string errors) = await RunAsync("{ \"runs\": [] }", baseline);

        Assert.Equal((1, "", message), (code, output, errors.Trim()));
        Assert.Equal(baseline, await File.ReadAllTextAsync(PathOf("base.json")));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string log, string? baseline)
    {
        await File.WriteAllTextAsync(PathOf("log.sarif"), log);
        if (baseline is not null)
        {
            await File.WriteAllTextAsync(PathOf("base.json"), baseline);
        }

        return await ToolProcess.RunAsync("baseline", PathOf("log.sarif"), "-o", PathOf("base.json"));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
