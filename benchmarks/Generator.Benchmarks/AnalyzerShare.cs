using System.Collections.Immutable;
using System.Globalization;
using GeminiGen.Analyzers.Rules;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>
/// What all analyzers add to a compile, by processor time: the same project is compiled to an assembly with and without them, in turns. An analyzer that does nothing is
/// measured as well, because the driver of analyzers has a cost of its own that a build with the SDK's analyzers pays already.
/// </summary>
internal static class AnalyzerShare
{
    private const int Rounds = 11;
    private const int WarmUps = 3;
    private const int Files = 300;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours =
        [new KeyAnalyzer(), new CallSiteAnalyzer(), new ContractSettingsAnalyzer(), new PromptInterfaceAnalyzer()];

    /// <summary>Measures and prints both rows.</summary>
    public static void Print(TextWriter output)
    {
        output.WriteLine("| Project | Compile | with an analyzer that does nothing | with ours | Ours to the compile | Ours to nothing | Goal |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        ConsumerProject ordinary = new([.. OrdinaryCode.Create(Files)]);
        Print(output, "uses no Gemini", "≤ 1 %", () => ordinary.Compile());
        ConsumerProject contracts = ContractCorpus.Create(30);
        ConsumerProject mixed = contracts with { Sources = [.. contracts.Sources, .. ordinary.Sources] };
        Print(output, "uses Gemini", "≤ 5 %", () => Generate(mixed));
    }

    private static CSharpCompilation Generate(ConsumerProject project)
    {
        GeneratorDrivers.Create(new PromptGenerator(), project).RunGeneratorsAndUpdateCompilation(project.Compile(), out Compilation generated, out _);
        return (CSharpCompilation)generated;
    }

    private static void Print(TextWriter output, string what, string goal, Func<CSharpCompilation> create)
    {
        ImmutableArray<DiagnosticAnalyzer>[] cases = [[], [new Idle()], Ours];
        List<double>[] samples = [[], [], []];
        for (int round = 0; round < WarmUps + Rounds; round++)
        {
            for (int i = 0; i < cases.Length; i++)
            {
                double milliseconds = Measure(create(), cases[i]);
                if (round >= WarmUps)
                {
                    samples[i].Add(milliseconds);
                }
            }
        }

        double[] medians = [.. samples.Select(static sample => sample.Order().ElementAt(sample.Count / 2))];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {what} | {medians[0]:0} ms | {medians[1]:0} ms | {medians[2]:0} ms | {(medians[2] / medians[0]) - 1:+0.0 %;-0.0 %} | {(medians[2] / medians[1]) - 1:+0.0 %;-0.0 %} | {goal} |"));
    }

    private static double Measure(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TimeSpan before = Environment.CpuUsage.TotalTime;
        Compilation compiled = compilation;
        if (analyzers.Length > 0)
        {
            var driver = new CompilationWithAnalyzers(
                compilation,
                analyzers,
                new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
            driver.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
            compiled = driver.Compilation;
        }

        using var assembly = new MemoryStream();
        if (!compiled.Emit(assembly).Success)
        {
            throw new InvalidOperationException("The project of the benchmark does not compile: " + compiled.GetDiagnostics().First(static finding => finding.Severity == DiagnosticSeverity.Error));
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // Not an analyzer that ships.
    /// <summary>Waits for every type and says nothing.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Idle : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new("BENCH1", "Idle", "Idle", "Benchmark", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
}
