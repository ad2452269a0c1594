using System.Text.Json;
using System.Text.RegularExpressions;

namespace GeminiGen.Package.Tests;

/// <summary>The consumer with findings. Files written beside it are gone after the test.</summary>
internal sealed partial class FindingsProject(Consumers consumers) : IDisposable
{
    private const string Name = ConsumerProjects.Findings;
    private const string Log = "build.sarif";

    private readonly List<string> _written = [];

    /// <summary>Writes a file beside the program.</summary>
    public FindingsProject With(string path, string text)
    {
        _written.Add(consumers.PathOf(Name, path));
        consumers.Write($"{Name}/{path}", text);
        return this;
    }

    /// <summary>Builds, and gives what the compiler logged: rule and level of each finding.</summary>
    public async Task<(ProcessResult Result, IReadOnlyList<(string Rule, string Level)> Logged)> BuildAsync(params string[] arguments)
    {
        ProcessResult result = await consumers.BuildAsync(Name, ["-p:ErrorLog=build.sarif%2Cversion=2.1", .. arguments]);
        _written.Add(LogPath);
        using JsonDocument log = JsonDocument.Parse(File.ReadAllText(LogPath));
        return (result, [.. Results(log).Select(static finding => (finding.GetProperty("ruleId").GetString()!, finding.GetProperty("level").GetString()!))]);
    }

    /// <summary>The log of the last build.</summary>
    public string LogPath => consumers.PathOf(Name, Log);

    /// <summary>The lines of a build's output about a rule, each once: file, line, column, severity and message.</summary>
    public static IReadOnlyList<string> Lines(ProcessResult result, string rule)
        => [.. result.Output.Split('\n').Where(line => line.Contains($" {rule}: ", StringComparison.Ordinal)).Select(static line => ProjectName().Replace(line.Trim().Replace('\\', '/'), "")).Distinct()];

    /// <summary>Removes what was written.</summary>
    public void Dispose() => _written.ForEach(File.Delete);

    private static JsonElement[] Results(JsonDocument log) => [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    [GeneratedRegex(@" \[[^\]]*\]$")]
    private static partial Regex ProjectName();
}
