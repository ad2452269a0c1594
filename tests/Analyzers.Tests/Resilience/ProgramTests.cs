using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>
/// Whole programs, half with an honest retry in as many forms, half without one: GG2001 and GG2002 find those without, and say nothing of the others. The figures stand in
/// docs/accuracy.md.
/// </summary>
public sealed class ProgramTests
{
    public static TheoryData<string> WithRetry => [.. ProgramCorpus.Files("WithRetry")];

    [Theory]
    [MemberData(nameof(WithRetry))]
    public async Task Says_nothing_of_an_honest_retry(string name) => Assert.Empty(await FindingsAsync("WithRetry", name));

    [Fact]
    public async Task Finds_95_of_100_programs_without_a_retry()
    {
        IReadOnlyList<string> all = ProgramCorpus.Files("WithoutRetry");
        var missed = new List<string>();
        foreach (string name in all)
        {
            if ((await FindingsAsync("WithoutRetry", name)).IsEmpty)
            {
                missed.Add(name);
            }
        }

        Assert.True(missed.Count * 20 <= all.Count, $"Missed {missed.Count} of {all.Count}: {string.Join(", ", missed)}");
    }

    [Fact]
    public void There_are_enough_of_both_kinds()
    {
        Assert.InRange(ProgramCorpus.Files("WithRetry").Count, 30, int.MaxValue);
        Assert.InRange(ProgramCorpus.Files("WithoutRetry").Count, 30, int.MaxValue);
    }

    private static async Task<ImmutableArray<string>> FindingsAsync(string folder, string name)
    {
        CSharpCompilation compilation = ProgramCorpus.Compile(ProgramCorpus.Read(folder, name), name);
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString()));
        ImmutableArray<Diagnostic> findings = await ProgramCorpus.RunAsync(compilation);
        return [.. findings.Where(static finding => finding.Id is "GG2001" or "GG2002" or "AD0001").Select(static finding => finding.ToString())];
    }
}
