using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GeminiGen.Shared.Baselines;

namespace GeminiGen.Cli;

/// <summary>Reads and writes baselines: a finding a line, in order, so that merges and reviews are easy.</summary>
internal static class AcceptedFindings
{
    /// <summary>What a baseline accepts.</summary>
    /// <exception cref="InvalidDataException">The file is no baseline, or of a version this program does not know.</exception>
    public static IEnumerable<AcceptedFinding> Read(FileInfo file)
    {
        using JsonDocument document = JsonFile.Read(file, "no baseline");
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(BaselineFile.VersionMember, out JsonElement version) || version.GetRawText() != $"{BaselineFile.Version}")
        {
            throw new InvalidDataException($"{file.Name} is no baseline of version {BaselineFile.Version}.");
        }

        if (!root.TryGetProperty(BaselineFile.AcceptedMember, out JsonElement accepted) || accepted.ValueKind != JsonValueKind.Array)
        {
            throw new InvalidDataException($"{file.Name} is no baseline: it has no list '{BaselineFile.AcceptedMember}'.");
        }

        return accepted.EnumerateArray()
            .Select(static entry => new AcceptedFinding(Text(entry, BaselineFile.FileMember), Text(entry, BaselineFile.RuleMember), Text(entry, BaselineFile.HashMember)))
            .ToArray();
    }

    /// <summary>Writes a baseline.</summary>
    public static void Write(FileInfo file, IEnumerable<AcceptedFinding> accepted)
    {
        var text = new StringBuilder();
        text.Append($"{{\n  \"{BaselineFile.VersionMember}\": {BaselineFile.Version},\n  \"{BaselineFile.AcceptedMember}\": [");
        string separator = "\n";
        foreach (AcceptedFinding finding in accepted)
        {
            text.Append(separator).Append("    { ");
            text.Append($"\"{BaselineFile.FileMember}\": \"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(finding.File)}\", ");
            text.Append($"\"{BaselineFile.RuleMember}\": \"{finding.Rule}\", \"{BaselineFile.HashMember}\": \"{finding.Hash}\" }}");
            separator = ",\n";
        }

        text.Append(separator == "\n" ? "]\n}\n" : "\n  ]\n}\n");
        File.WriteAllText(file.FullName, text.ToString());
    }

    private static string Text(JsonElement entry, string name)
        => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
