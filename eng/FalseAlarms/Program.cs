using GeminiGen.FalseAlarms;
using Microsoft.CodeAnalysis;

// Runs every rule that is on by default over folders of anybody's sources: what is clean should give no finding. Prints each finding with its line, each folder when it is done, and
// at the end how many findings each rule has.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: FalseAlarms <folder>...");
    return 2;
}

var findings = new SortedDictionary<string, int>(StringComparer.Ordinal);
int files = 0;
long lines = 0;
foreach (string folder in args)
{
    foreach (SourceProject project in SourceProject.FindIn(folder))
    {
        ProjectFindings found = await ProjectFindings.OfAsync(project, CancellationToken.None);
        files += project.Files.Count;
        lines += found.Lines;
        foreach (Diagnostic finding in found.Findings)
        {
            findings[finding.Id] = findings.GetValueOrDefault(finding.Id) + 1;
            FileLinePositionSpan place = finding.Location.GetLineSpan();
            string line = finding.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line].ToString().Trim() ?? "";
            Console.WriteLine($"{place.Path}:{place.StartLinePosition.Line + 1}: {finding.Id} {finding.GetMessage()}\n    {line}");
        }
    }

    Console.WriteLine($"so far {files:N0} files, {lines:N0} lines, {findings.Values.Sum()} findings: {folder}");
}

foreach ((string rule, int count) in findings)
{
    Console.WriteLine($"{rule}: {count}");
}

return findings.ContainsKey(ProjectFindings.Crash) ? 1 : 0;
