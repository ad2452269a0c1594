using System.Globalization;
using GeminiGen.Generator.Benchmarks.References;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>
/// The ratios by processor time instead of wall time, our generator and the references taking turns: the figures hold on a machine that has other
/// things to do. Of many turns the lower quartile counts, since what disturbs a turn only ever adds to it.
/// </summary>
internal static class CpuRatios
{
    private const int Rounds = 15;
    private const int WarmUps = 3;
    private const int Contracts = 1000;

    /// <summary>Measures and prints every row.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine("| What | Contracts | GeminiGen | Attribute finder | Ratio | Goal | Symbol reader | Ratio | Allocated | Ratio to finder |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (int contracts in (int[])[10, 100, 1000])
        {
            PrintCold(output, "cold", ContractCorpus.Create(contracts), contracts);
        }

        ConsumerProject plain = ContractCorpus.Create(Contracts);
        PrintKeystrokes(output, "", plain);
        PrintEdit(output, "edit in one contract", null, plain, ContractCorpus.ContractPath(500), n => ContractCorpus.Contract(500, $"Summarize{n}Async"));

        ConsumerProject whole = LanguageCorpus.Create(Contracts);
        PrintCold(output, "cold, whole language", whole, Contracts);
        PrintKeystrokes(output, ", whole language", whole);
    }

    private static void PrintCold(TextWriter output, string what, ConsumerProject project, int contracts)
    {
        GeneratorDriver[] drivers = [.. Generators().Select(generator => GeneratorDrivers.Create(generator, project))];
        PrintRow(output, what, contracts, contracts == Contracts ? 2.0 : null, drivers, _ => project.Compile());
    }

    private static void PrintKeystrokes(TextWriter output, string corpus, ConsumerProject project)
    {
        PrintEdit(output, "keystroke in an unrelated method body" + corpus, 1.5, project, ContractCorpus.UnrelatedPath, n => ContractCorpus.Unrelated($"return value + {n};"));
        PrintEdit(output, "keystroke in an unrelated declaration" + corpus, 1.5, project, ContractCorpus.UnrelatedPath, n => ContractCorpus.Unrelated("return value + 1;", $"internal static int Member{n} => 1;"));
    }

    private static void PrintEdit(TextWriter output, string what, double? goal, ConsumerProject project, string path, Func<string, SourceFile> edit)
    {
        CSharpCompilation before = project.Compile();
        SyntaxTree replaced = before.SyntaxTrees.Single(tree => tree.FilePath == path);
        GeneratorDriver[] drivers = [.. Generators().Select(generator => GeneratorDrivers.Create(generator, project).RunGenerators(before))];
        PrintRow(output, what, Contracts, goal, drivers, unique => before.ReplaceSyntaxTree(replaced, project.Parse(edit(unique))));
    }

    private static IIncrementalGenerator[] Generators() => [new PromptGenerator(), new AttributeFinder(), new SymbolReader()];

    private static void PrintRow(
        TextWriter output, string what, int contracts, double? goal, GeneratorDriver[] drivers, Func<string, Compilation> compile)
    {
        List<Sample>[] samples = [.. drivers.Select(_ => new List<Sample>())];
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            for (int i = 0; i < drivers.Length; i++)
            {
                Sample sample = Measure(drivers[i], compile(string.Create(CultureInfo.InvariantCulture, $"{round}{i}")));
                if (round >= WarmUps)
                {
                    samples[i].Add(sample);
                }
            }
        }

        Sample ours = Sample.LowerQuartile(samples[0]);
        Sample finder = Sample.LowerQuartile(samples[1]);
        Sample reader = Sample.LowerQuartile(samples[2]);
        string goalText = goal is { } value ? string.Create(CultureInfo.InvariantCulture, $"≤ {value:0.0}×") : "";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {contracts} | {ours.Milliseconds:0.0} ms | {finder.Milliseconds:0.0} ms | {ours.Milliseconds / finder.Milliseconds:0.00}× | {goalText} | {reader.Milliseconds:0.0} ms | {ours.Milliseconds / reader.Milliseconds:0.00}× | {ours.Megabytes:0.0} MB | {ours.Megabytes / finder.Megabytes:0.00}× |"));
    }

    private static Sample Measure(GeneratorDriver driver, Compilation compilation)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan time = Environment.CpuUsage.TotalTime;
        driver.RunGenerators(compilation);
        time = Environment.CpuUsage.TotalTime - time;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Sample(time.TotalMilliseconds, bytes / 1024.0 / 1024.0);
    }

    /// <summary>One run, or what stands for many.</summary>
    private readonly record struct Sample(double Milliseconds, double Megabytes)
    {
        public static Sample LowerQuartile(List<Sample> samples) => new(
            samples.Select(sample => sample.Milliseconds).Order().ElementAt(samples.Count / 4),
            samples.Select(sample => sample.Megabytes).Order().ElementAt(samples.Count / 4));
    }
}
