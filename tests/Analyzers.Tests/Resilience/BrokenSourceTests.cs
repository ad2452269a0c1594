using System.Collections.Immutable;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Analyzers.Tests.Resilience;

/// <summary>The call-site rules over sources as they are while someone types: they never throw, and they stop when they are told to.</summary>
public sealed class BrokenSourceTests
{
    private const int Seed = 20260;
    private const int UsualMutantsOfEach = 4;
    private const int UsualMutants = 320;

    // Of about 80 programs.
    private static int MutantsOfEach => MutationCount.Or(UsualMutants) * UsualMutantsOfEach / UsualMutants;

    [Theory]
    [InlineData("WithRetry")]
    [InlineData("WithoutRetry")]
    public async Task Never_throws(string folder)
    {
        var random = new Random(MutationCount.FirstSeed + Seed);
        foreach (string name in ProgramCorpus.Files(folder))
        {
            string text = ProgramCorpus.Read(folder, name);
            for (int i = 0; i < MutantsOfEach; i++)
            {
                string mutant = Mutate(text, random);
                ImmutableArray<Diagnostic> findings = await ProgramCorpus.RunAsync(ProgramCorpus.Compile(mutant, name));
                Assert.True(findings.All(static finding => finding.Id != "AD0001"), name + ": " + string.Join('\n', findings.Where(static finding => finding.Id == "AD0001")) + "\n" + mutant);
            }
        }
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        CSharpCompilation compilation = ProgramCorpus.Compile(ProgramCorpus.Read("WithoutRetry", "TypedClient.cs"), "TypedClient.cs");
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProgramCorpus.RunAsync(compilation, stop.Token));
    }

    // Some tokens are lost, doubled or exchanged, or the text ends in the middle.
    private static string Mutate(string text, Random random)
    {
        List<SyntaxToken> tokens = [.. CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens()];
        var kept = new List<string>();
        int end = random.Next(4) == 0 ? random.Next(tokens.Count) : tokens.Count;
        int changes = 1 + random.Next(4);
        HashSet<int> places = [.. Enumerable.Range(0, changes).Select(_ => random.Next(tokens.Count))];
        for (int i = 0; i < end; i++)
        {
            string token = tokens[i].ToFullString();
            string? changed = !places.Contains(i) ? token : random.Next(4) switch
            {
                0 => null,
                1 => token + token,
                2 => tokens[random.Next(tokens.Count)].ToFullString(),
                _ => " " + token[..(token.Length / 2)],
            };
            if (changed is not null)
            {
                kept.Add(changed);
            }
        }

        return string.Concat(kept);
    }
}
