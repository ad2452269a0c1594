using System.Collections.Immutable;
using GeminiGen.Shared.Baselines;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Baselines;

/// <summary>
/// The findings a project has accepted (<c>geminigen.baseline.json</c>). Suppressors cannot do this: they do not see errors. Without such a file nothing is looked up.
/// </summary>
internal sealed class Baseline
{
    private static readonly Baseline Nothing = new("", [], ImmutableArray<AdditionalText>.Empty);

    private readonly string _folder;
    private readonly HashSet<string> _accepted;
    private readonly ImmutableArray<AdditionalText> _files;

    private Baseline(string folder, HashSet<string> accepted, ImmutableArray<AdditionalText> files)
    {
        _folder = folder;
        _accepted = accepted;
        _files = files;
    }

    /// <summary>The baseline of a project. One that cannot be read accepts nothing; its own rule says so.</summary>
    public static Baseline Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (IsPath(file.Path) && TryRead(file, cancellationToken, out HashSet<string> accepted, out _))
            {
                return new Baseline(FilePaths.GetFolder(FilePaths.Normalize(file.Path)), accepted, options.AdditionalFiles);
            }
        }

        return Nothing;
    }

    /// <summary>Whether a path is a baseline's.</summary>
    public static bool IsPath(string path) => string.Equals(Path.GetFileName(path), BaselineFile.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a baseline; where it cannot be read, says what is wrong.</summary>
    public static bool TryRead(AdditionalText file, CancellationToken cancellationToken, out HashSet<string> accepted, out JsonSyntaxException? fault)
    {
        accepted = new(StringComparer.Ordinal);
        fault = null;
        try
        {
            JsonValue root = JsonTextReader.Parse(file.GetText(cancellationToken)?.ToString() ?? "");
            JsonValue version = Find(root, BaselineFile.VersionMember);
            if (version.GetInt32() != BaselineFile.Version)
            {
                throw version.Expected($"{BaselineFile.Version}, the only version there is");
            }

            foreach (JsonValue entry in Find(root, BaselineFile.AcceptedMember).Items)
            {
                accepted.Add(Key(Find(entry, BaselineFile.RuleMember).GetString(), Find(entry, BaselineFile.HashMember).GetString()));
            }

            return true;
        }
        catch (JsonSyntaxException exception)
        {
            fault = exception;
            return false;
        }
    }

    /// <summary>Passes findings on that are not accepted.</summary>
    public Action<Diagnostic> Filter(Action<Diagnostic> report)
        => _accepted.Count == 0 ? report : finding =>
        {
            if (!IsAccepted(finding))
            {
                report(finding);
            }
        };

    private static JsonValue Find(JsonValue value, string name) => value.Find(name) ?? throw value.Expected($"an object with '{name}'");

    private static string Key(string rule, string hash) => rule + hash;

    private bool IsAccepted(Diagnostic finding)
    {
        FileLinePositionSpan span = finding.Location.GetLineSpan();
        if (!BaselineFile.Covers(finding.Id) || FindText(finding.Location, span.Path) is not { } text)
        {
            return false;
        }

        var place = new FindingPlace(span.StartLinePosition.Line, span.StartLinePosition.Character, span.EndLinePosition.Line, span.EndLinePosition.Character);
        string path = RelativePath.Of(FilePaths.Normalize(span.Path), _folder);
        return _accepted.Contains(Key(finding.Id, FindingHash.Compute(finding.Id, path, FindingHash.SplitLines(text.ToString()), place)));
    }

    private SourceText? FindText(Location location, string path)
        => location.SourceTree?.GetText() ?? _files.FirstOrDefault(file => file.Path == path)?.GetText();
}
