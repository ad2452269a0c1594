using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Tests;

/// <summary>Holds ids, descriptors, pages, links, release rows and the index together.</summary>
public sealed partial class CatalogueTests
{
    private static readonly Assembly Analyzers = typeof(KeyAnalyzer).Assembly;
    /// <summary>The root of the repository.</summary>
    internal static readonly string Root = FindRoot();
    private static readonly string[] ReleaseFiles = ["AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md"];
    private static readonly string[] Sections = ["## Cause", "## Why it matters", "## How to fix", "## Example", "## Options", "## When to suppress"];

    public static TheoryData<string> Ids => [.. Descriptors().Select(static descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_analyzer_is_sealed_and_marked_for_CSharp()
    {
        Type[] types = [.. AnalyzerTypes()];
        Assert.NotEmpty(types);
        Assert.All(types, static type =>
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<DiagnosticAnalyzerAttribute>()!.Languages);
        });
    }

    [Fact]
    public void Every_id_of_the_ids_file_has_a_descriptor_and_the_other_way_round()
    {
        IEnumerable<string> ids = Analyzers.GetType("GeminiGen.DiagnosticIds", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(static field => (string)field.GetRawConstantValue()!);
        Assert.Equal(ids.Order(StringComparer.Ordinal), Descriptors().Select(static descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Descriptors_of_one_id_differ_in_nothing_but_the_message()
        => Assert.All(
            Descriptors().GroupBy(static descriptor => descriptor.Id),
            static group => Assert.Single(group.Select(static descriptor => (Text(descriptor.Title), descriptor.Category, descriptor.DefaultSeverity, descriptor.HelpLinkUri)).Distinct()));

    [Fact]
    public void Every_message_is_a_sentence_without_a_full_stop()
        => Assert.All(Descriptors(), static descriptor =>
        {
            string message = Text(descriptor.MessageFormat);
            Assert.Matches(@"^['{A-Z].*[^.]$", message);
            Assert.False(string.IsNullOrWhiteSpace(Text(descriptor.Description)), descriptor.Id);
        });

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_with_every_section(string id)
    {
        string page = File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md"));
        Assert.StartsWith("# " + id, page, StringComparison.Ordinal);
        Assert.All(
            Sections,
            section => Assert.Contains("\n" + section + "\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_help_link_ends_with_the_id(string id)
        => Assert.All(Descriptors().Where(descriptor => descriptor.Id == id), descriptor => Assert.EndsWith("/docs/rules/" + id + ".md", descriptor.HelpLinkUri, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_release_row_that_agrees_with_it(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors().First(candidate => candidate.Id == id);
        IEnumerable<string> rows = ReleaseFiles
            .SelectMany(static file => File.ReadLines(Path.Combine(Root, "src", "Analyzers", file)))
            .Where(row => row.StartsWith(id + " |", StringComparison.Ordinal));
        string[] cells = Assert.Single(rows).Split('|', StringSplitOptions.TrimEntries);
        string severity = descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Disabled";
        Assert.Equal([id, descriptor.Category, severity, Text(descriptor.Title)], cells);
    }

    // GEMINIGEN_UPDATE_BASELINES=1 writes the tables anew.
    [Fact]
    public void The_index_is_made_from_the_descriptors()
    {
        string path = Path.Combine(Root, "docs", "rules", "README.md");
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string made = RuleIndex.Page(page);
        if (Environment.GetEnvironmentVariable(Baseline.UpdateVariable) == "1")
        {
            File.WriteAllText(path, made);
            return;
        }

        Assert.Equal(made, page);
    }

    [Fact]
    public void Every_suppression_stands_on_its_page()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(Root, "docs", "rules", "suppressions.md")).Where(static line => line.StartsWith("| GGS", StringComparison.Ordinal)).Select(WithoutMarks)];
        IEnumerable<(string Id, string Warning, string Why)> suppressions = Suppressions().Select(static suppression => (suppression.Id, suppression.SuppressedDiagnosticId, Text(suppression.Justification)));
        Assert.Equal(
            suppressions.Order(),
            rows.Select(static row => row.Split('|', StringSplitOptions.TrimEntries)).Select(static cells => (cells[1], cells[2], cells[4])).Order());
    }

    // "[CA1002](https://…)" and "`Collection<T>`" as a justification has them.
    private static string WithoutMarks(string row) => Links().Replace(row, "$1").Replace('`', '\'');

    [Fact]
    public void No_page_holds_anything_of_a_keys_shape()
        => Assert.All(
            Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories),
            static page => Assert.False(KeyShapes.TryFind(File.ReadAllText(page), 0, out _), page));

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Type> AnalyzerTypes() => Analyzers.GetTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract);

    internal static IEnumerable<DiagnosticDescriptor> Descriptors()
        => AnalyzerTypes().SelectMany(static type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics).Distinct();

    internal static IEnumerable<SuppressionDescriptor> Suppressions()
        => AnalyzerTypes().Where(static type => type.IsSubclassOf(typeof(DiagnosticSuppressor))).SelectMany(static type => ((DiagnosticSuppressor)Activator.CreateInstance(type)!).SupportedSuppressions);

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Links();

    private static string FindRoot()
        => typeof(CatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;
}
