using System.Text.Json;
using GeminiGen.Shared.Baselines;

namespace GeminiGen.Cli;

/// <summary>Reads what the compiler logs, in SARIF 1.0, which it writes unless told otherwise, and 2.1.</summary>
internal static class SarifLog
{
    /// <summary>The findings that are not suppressed and stand in a file.</summary>
    /// <exception cref="InvalidDataException">The file is no log.</exception>
    public static IEnumerable<LoggedFinding> Read(FileInfo log)
    {
        using JsonDocument document = JsonFile.Read(log, "no SARIF log");
        if (Find(document.RootElement, "runs") is not { ValueKind: JsonValueKind.Array } runs)
        {
            throw new InvalidDataException($"{log.Name} is no SARIF log.");
        }

        var findings = new List<LoggedFinding>();
        foreach (JsonElement run in runs.EnumerateArray())
        {
            foreach (JsonElement result in Items(run, "results"))
            {
                if (Items(result, "suppressions").Length == 0 && Items(result, "suppressionStates").Length == 0 && ReadFinding(result, log.DirectoryName!) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        return findings;
    }

    private static LoggedFinding? ReadFinding(JsonElement result, string folder)
    {
        foreach (JsonElement location in Items(result, "locations"))
        {
            JsonElement? place = Find(location, "physicalLocation") ?? Find(location, "resultFile");
            JsonElement? uri = Find(Find(place, "artifactLocation"), "uri") ?? Find(place, "uri");
            if (Find(place, "region") is { } region && uri?.GetString() is { } text && Find(result, "ruleId")?.GetString() is { } rule)
            {
                return new LoggedFinding(rule, GetPath(text, folder), ReadPlace(region));
            }
        }

        return null;
    }

    private static string GetPath(string uri, string folder)
        => Uri.TryCreate(uri, UriKind.Absolute, out Uri? absolute) && absolute.IsFile ? absolute.LocalPath : Path.GetFullPath(Uri.UnescapeDataString(uri), folder);

    private static FindingPlace ReadPlace(JsonElement region)
    {
        int line = Number(region, "startLine", 1);
        int column = Number(region, "startColumn", 1);
        return new FindingPlace(line - 1, column - 1, Number(region, "endLine", line) - 1, Number(region, "endColumn", column) - 1);
    }

    private static int Number(JsonElement element, string name, int missing) => Find(element, name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt32() : missing;

    private static JsonElement[] Items(JsonElement element, string name) => Find(element, name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    private static JsonElement? Find(JsonElement? element, string name)
        => element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out JsonElement member) ? member : null;
}
