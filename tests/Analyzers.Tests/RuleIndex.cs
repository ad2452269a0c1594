using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests;

/// <summary>The tables of <c>docs/rules/README.md</c>, made from the descriptors; rules that the build itself reports have none and are read from their pages.</summary>
internal static class RuleIndex
{
    private const string Head = "| Rule | Title | Severity |\n|---|---|---|\n";

    private static readonly (char Range, string Heading)[] Sections =
    [
        ('0', "## Contracts"), ('1', "## Keys"), ('2', "## Resilience"), ('3', "## Limits"), ('4', "## Models and answers"), ('5', "## Privacy and cost"), ('9', "## Build"),
    ];

    /// <summary>The part of the page from the first table's heading to its end.</summary>
    public static string Tables()
    {
        ILookup<char, string> rows = Rows().OrderBy(static row => row, StringComparer.Ordinal).ToLookup(static row => row["| [GG".Length]);
        return string.Join('\n', Sections.Select(section => $"{section.Heading}\n\n{Head}{string.Concat(rows[section.Range])}"));
    }

    /// <summary>The page with its tables made anew; what stands before them stays.</summary>
    public static string Page(string page) => page[..page.IndexOf(Sections[0].Heading + "\n", StringComparison.Ordinal)] + Tables();

    private static IEnumerable<string> Rows()
    {
        Dictionary<string, (string Title, string Severity)> rules = CatalogueTests.Descriptors()
            .GroupBy(static rule => rule.Id)
            .ToDictionary(static group => group.Key, static group => (Title(group.First()), group.First().DefaultSeverity.ToString()));
        foreach (string page in Directory.EnumerateFiles(Path.Combine(CatalogueTests.Root, "docs", "rules"), "GG*.md"))
        {
            rules.TryAdd(Path.GetFileNameWithoutExtension(page), FromPage(page));
        }

        return rules.Select(static rule => $"| [{rule.Key}]({rule.Key}.md) | {rule.Value.Title} | {rule.Value.Severity} |\n");
    }

    private static string Title(DiagnosticDescriptor rule) => rule.Title.ToString(CultureInfo.InvariantCulture);

    // "# GG9001: compiler too old", and further down "| Severity | Error |".
    private static (string Title, string Severity) FromPage(string page)
    {
        string[] lines = File.ReadAllLines(page, Encoding.UTF8);
        string title = lines[0][(lines[0].IndexOf(": ", StringComparison.Ordinal) + 2)..];
        string severity = lines.First(static line => line.StartsWith("| Severity |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries)[2];
        return (char.ToUpperInvariant(title[0]) + title[1..], severity);
    }
}
