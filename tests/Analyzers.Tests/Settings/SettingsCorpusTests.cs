using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace GeminiGen.Analyzers.Tests.Settings;

/// <summary>How many keys of a labelled corpus are found, and what else; docs/accuracy.md states the figures.</summary>
public sealed class SettingsCorpusTests(ITestOutputHelper output)
{
    private static readonly Lazy<Task<ILookup<string, Diagnostic>>> Findings = new(FindAsync);

    private static SettingsCase[] Positives { get; } = [.. SettingsCorpus.Positives()];

    private static SettingsCase[] Negatives { get; } = [.. SettingsCorpus.Negatives()];

    [Fact]
    public async Task Nearly_every_key_is_found_at_its_characters()
    {
        ILookup<string, Diagnostic> findings = await Findings.Value;
        SettingsCase[] missed = [.. Positives.Where(positive => !findings[PathOf(positive)].Any(finding => finding.Location.SourceSpan == new TextSpan(positive.Start, positive.Length)))];

        Assert.All(missed, positive => output.WriteLine($"{positive.File.Path}: {positive.File.Text}"));
        Assert.True(Positives.Length >= 250, $"{Positives.Length} cases");
        Assert.True(missed.Length <= Positives.Length * 0.03, $"{missed.Length} of {Positives.Length} missed");
        AssertStated($"{Positives.Length - missed.Length} of {Positives.Length}");
    }

    [Fact]
    public async Task Nothing_else_is_found()
    {
        ILookup<string, Diagnostic> findings = await Findings.Value;
        SettingsCase[] alarms = [.. Negatives.Where(negative => findings[PathOf(negative)].Any())];

        Assert.True(Negatives.Length >= 150, $"{Negatives.Length} cases");
        Assert.True(alarms.Length == 0, string.Join("\n", alarms.Select(static alarm => $"{alarm.File.Path}: {alarm.File.Text}")));
        Assert.All(Positives, positive => Assert.InRange(findings[PathOf(positive)].Count(), 0, 1));
        AssertStated($"0 of {Negatives.Length}");
    }

    [Fact]
    public async Task No_message_holds_more_of_a_key_than_its_prefix()
    {
        ILookup<string, Diagnostic> findings = await Findings.Value;

        Assert.All(Positives, positive => Assert.All(findings[PathOf(positive)], finding =>
        {
            string message = finding.GetMessage(CultureInfo.InvariantCulture);
            string prefix = KeyFamilies.All.First(family => positive.Key.StartsWith(family.Prefix, StringComparison.Ordinal)).Prefix;
            for (int i = prefix.Length; i + 6 <= positive.Key.Length; i++)
            {
                Assert.DoesNotContain(positive.Key.Substring(i, 6), message, StringComparison.Ordinal);
            }
        }));
    }

    private static string PathOf(SettingsCase positive) => "/project/" + positive.File.Path;

    private static async Task<ILookup<string, Diagnostic>> FindAsync()
    {
        ImmutableArray<Diagnostic> findings = await SettingsRun.RunAsync([.. Positives.Concat(Negatives).Select(static item => item.File)]);
        return findings.ToLookup(static finding => finding.Location.GetLineSpan().Path);
    }

    private static void AssertStated(string figure)
    {
        string accuracy = File.ReadAllText(Path.Combine(CatalogueTests.Root, "docs", "accuracy.md"));
        int section = accuracy.IndexOf("## Settings files", StringComparison.Ordinal);
        Assert.True(section >= 0 && accuracy[section..].Contains(figure, StringComparison.Ordinal), $"docs/accuracy.md does not say: {figure}");
    }
}
