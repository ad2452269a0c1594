using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>Broken and half-typed sources: the key rules may find anything in them, and throw nothing.</summary>
public sealed class KeyAnalyzerMutationTests
{
    private const int Batch = 100;

    private static int Mutations => MutationCount.Or(400);

    [Fact]
    public async Task Nothing_throws()
    {
        string[] seeds = [.. KeyCorpus.Plain().Concat(KeyCorpus.Split()).Concat(KeyCorpus.Encoded()).Select(static program => program.Source)];
        var random = new Random(MutationCount.FirstSeed + 4711);
        for (int done = 0; done < Mutations; done += Batch)
        {
            string[] sources = [.. Enumerable.Range(0, Batch).Select(_ => Mutate(seeds[random.Next(seeds.Length)], random))];
            IReadOnlyList<IReadOnlyList<Diagnostic>> findings = await KeyAnalyzerRunner.RunAsync(sources);
            Assert.DoesNotContain(findings.SelectMany(static file => file), static finding => finding.Id == "AD0001");
        }
    }

    private static string Mutate(string source, Random random)
    {
        const string Pieces = "(){}[];,.+\"'$@?:<>=!&|/*\\ \n";
        string text = source;
        for (int change = random.Next(1, 5); change > 0 && text.Length > 2; change--)
        {
            int at = random.Next(text.Length);
            int length = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text[..at],
                1 => text.Remove(at, length),
                2 => text.Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
                3 => text.Insert(at, text.Substring(random.Next(text.Length - length), length)),
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)].ToString()),
            };
        }

        return text;
    }
}
