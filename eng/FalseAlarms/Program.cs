using GeminiGen.FalseAlarms;
using Microsoft.CodeAnalysis;

// Runs every rule that is on by default over folders of anybody's sources and settings files: what is clean should give no finding. Prints each finding with its line, each folder when
// it is done, and at the end how many findings each rule has. With --beside-a-model-call every project is taken for one that calls a model, so that no rule is silent for want of one.
const string BesideModelCall = "--beside-a-model-call";
string[] folders = [.. args.Where(static argument => argument != BesideModelCall)];
if (folders.Length == 0)
{
    Console.Error.WriteLine($"usage: FalseAlarms [{BesideModelCall}] <folder>...");
    return 2;
}

var findings = new SortedDictionary<string, int>(StringComparer.Ordinal);
int sources = 0;
int settings = 0;
long sourceLines = 0;
long settingsLines = 0;
foreach (string folder in folders)
{
    foreach (SourceProject project in SourceProject.FindIn(folder))
    {
        ProjectFindings found = await ProjectFindings.OfAsync(project, args.Contains(BesideModelCall), CancellationToken.None);
        sources += project.Sources.Count;
        settings += project.Settings.Count;
        sourceLines += found.SourceLines;
        settingsLines += found.SettingsLines;
        foreach (Diagnostic finding in found.Findings)
        {
            findings[finding.Id] = findings.GetValueOrDefault(finding.Id) + 1;
            FileLinePositionSpan place = finding.Location.GetLineSpan();
            string line = finding.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim() ?? "";
            Console.WriteLine($"{place.Path}:{place.StartLinePosition.Line + 1}: {finding.Id} {finding.GetMessage()}\n    {line}");
        }
    }

    Console.WriteLine(
        $"so far {sources:N0} sources of {sourceLines:N0} lines, {settings:N0} settings files of {settingsLines:N0} lines, {findings.Values.Sum()} findings: {folder}");
}

foreach ((string rule, int count) in findings)
{
    Console.WriteLine($"{rule}: {count}");
}

return findings.ContainsKey(ProjectFindings.Crash) ? 1 : 0;
