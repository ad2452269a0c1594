using System.Globalization;
using Microsoft.CodeAnalysis;
using Xunit.Abstractions;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>What the key rules find in the labelled corpus. The figures of docs/accuracy.md are this test's output.</summary>
public sealed class KeyCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Finds_plain_keys() => await VerifyRecallAsync([.. KeyCorpus.Plain()], 600, 0.99);

    [Fact]
    public async Task Finds_split_and_escaped_keys() => await VerifyRecallAsync([.. KeyCorpus.Split()], 200, 0.90);

    [Fact]
    public async Task Finds_encoded_and_reversed_keys() => await VerifyRecallAsync([.. KeyCorpus.Encoded()], 100, 0.40);

    [Fact]
    public async Task Says_nothing_of_programs_without_a_key()
    {
        LabelledProgram[] programs = [.. KeyCorpus.Clean()];
        Assert.True(programs.Length >= 300);
        IReadOnlyList<IReadOnlyList<Diagnostic>> findings = await KeyAnalyzerRunner.RunAsync([.. programs.Select(static program => program.Source)]);
        string[] alarms = [.. programs.Zip(findings).Where(static pair => pair.Second.Count > 0).Select(static pair => pair.Second[0] + "\n" + pair.First.Source)];
        output.WriteLine($"clean: {programs.Length} programs, {alarms.Length} alarms");
        Assert.Empty(alarms);
    }

    private async Task VerifyRecallAsync(LabelledProgram[] programs, int fewest, double recall)
    {
        Assert.True(programs.Length >= fewest);
        IReadOnlyList<IReadOnlyList<Diagnostic>> findings = await KeyAnalyzerRunner.RunAsync([.. programs.Select(static program => program.Source)]);
        var missed = new List<string>();
        var doubled = new List<string>();
        for (int i = 0; i < programs.Length; i++)
        {
            (findings[i].Count switch { 0 => missed, 1 => null, _ => doubled })?.Add(programs[i].Source + string.Concat(findings[i]));
            Assert.All(findings[i], finding => AssertSafe(finding, programs[i]));
        }

        int found = programs.Length - missed.Count;
        output.WriteLine($"{programs[0].Label}: {found} of {programs.Length} found ({100.0 * found / programs.Length:0.0} %), {doubled.Count} told twice");
        output.WriteLine(string.Join("\n", missed.Take(5)));
        Assert.True(found >= recall * programs.Length, $"{found} of {programs.Length} found; missed:\n" + string.Join("\n", missed));
        Assert.True(doubled.Count == 0, "told twice:\n" + string.Join("\n", doubled));
    }

    // Nothing of a finding repeats more of the key than its prefix.
    private static void AssertSafe(Diagnostic finding, LabelledProgram program)
    {
        string shown = finding.GetMessage(CultureInfo.InvariantCulture) + string.Concat(finding.Properties.Values);
        Assert.DoesNotContain(program.Key[..(program.Family.Prefix.Length + 1)], shown, StringComparison.Ordinal);
        for (int i = program.Family.Prefix.Length; i + 6 <= program.Key.Length; i++)
        {
            Assert.DoesNotContain(program.Key.Substring(i, 6), shown, StringComparison.Ordinal);
        }
    }
}
