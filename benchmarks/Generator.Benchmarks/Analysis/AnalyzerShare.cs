using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>
/// What analyzers add to a compile, by processor time, all sets taking turns on projects that are parsed anew for each. As in the compiler, every method's body is bound once for
/// the compile, and analyzers come on top: what they add is a run with them less a run without, and the compile it is a share of ends in an assembly. Every set runs alone and beside
/// the SDK's analyzers, where it pays only for what it does itself.
/// </summary>
internal static class AnalyzerShare
{
    private const int Turns = 9;
    private const int WarmUps = 1;

    /// <summary>Measures and prints a table of each project.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="isEach">Whether each of our analyzers is measured alone, and not all of them beside others.</param>
    /// <param name="output">Where to print.</param>
    public static void Print(IEnumerable<MeasuredProject> projects, bool isEach, TextWriter output)
    {
        AnalyzerSet[] sets = [AnalyzerSets.Ours, .. isEach ? AnalyzerSets.Each : AnalyzerSets.Others];
        foreach (MeasuredProject project in projects)
        {
            Print(project, sets, output);
        }
    }

    private static void Print(MeasuredProject project, AnalyzerSet[] sets, TextWriter output)
    {
        CSharpCompilation sample = project.Create();
        int errors = sample.GetDiagnostics().Count(static finding => finding.Severity == DiagnosticSeverity.Error);
        AnalyzerSet[] runs = [AnalyzerSets.None, AnalyzerSets.Sdk, .. sets, .. sets.Select(AnalyzerSets.Sdk.With)];
        List<AnalysisCost> compiles = [];
        List<AnalysisCost>[] costs = [.. runs.Select(static _ => new List<AnalysisCost>())];
        for (int turn = -WarmUps; turn < Turns; turn++)
        {
            Add(compiles, turn, Compile(project, errors == 0));
            for (int i = 0; i < runs.Length; i++)
            {
                Add(costs[i], turn, Analyze(project, runs[i]));
            }
        }

        AnalysisCost compile = AnalysisCost.LowerQuartile(compiles);
        AnalysisCost[] lower = [.. costs.Select(AnalysisCost.LowerQuartile)];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{project.Name}: {sample.SyntaxTrees.Length:N0} files, {sample.SyntaxTrees.Sum(static tree => tree.GetText().Lines.Count):N0} lines, {errors} errors, compile {compile.Milliseconds:0} ms, {compile.Megabytes:0} MB"));
        output.WriteLine();
        output.WriteLine("| Analyzers | alone | of the compile | allocate | beside the SDK's | of the compile | allocate | Goal |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        output.WriteLine($"| {AnalyzerSets.Sdk.Name} |{Cells(lower[1].Above(lower[0]), compile)} | | | | |");
        for (int i = 0; i < sets.Length; i++)
        {
            AnalysisCost alone = lower[2 + i].Above(lower[0]);
            AnalysisCost beside = lower[2 + sets.Length + i].Above(lower[1]);
            output.WriteLine($"| {sets[i].Name} |{Cells(alone, compile)} |{Cells(beside, compile)} | {(sets[i] == AnalyzerSets.Ours ? project.Goal : "")} |");
        }

        output.WriteLine();
    }

    private static string Cells(AnalysisCost added, AnalysisCost compile)
        => string.Create(CultureInfo.InvariantCulture, $" {added.Milliseconds:0} ms | {added.Milliseconds / compile.Milliseconds:0.0 %} | {added.Megabytes:0.0} MB");

    private static void Add(List<AnalysisCost> costs, int turn, AnalysisCost cost)
    {
        if (turn >= 0)
        {
            costs.Add(cost);
        }
    }

    // A project with errors comes to no assembly; its compile is all that is found out about it.
    private static AnalysisCost Compile(MeasuredProject project, bool isWhole) => AnalysisCost.Of(() =>
    {
        CSharpCompilation compilation = project.Create();
        if (!isWhole)
        {
            compilation.GetDiagnostics();
            return;
        }

        using var assembly = new MemoryStream();
        compilation.Emit(assembly);
    });

    private static AnalysisCost Analyze(MeasuredProject project, AnalyzerSet set)
    {
        CSharpCompilation compilation = project.Create();
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(set.BuildSeverities));
        return AnalysisCost.Of(() =>
        {
            if (set.Analyzers.IsEmpty)
            {
                compilation.GetDiagnostics();
                return;
            }

            var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
            compilation.WithAnalyzers(set.Analyzers, options).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();
        });
    }
}
