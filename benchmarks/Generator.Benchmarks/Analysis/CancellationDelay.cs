using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>How soon a run of our analyzers ends that is cancelled halfway, as an editor cancels one at every key that is struck.</summary>
internal static class CancellationDelay
{
    private const int Turns = 9;

    /// <summary>Measures and prints a row for each project.</summary>
    public static void Print(IEnumerable<MeasuredProject> projects, TextWriter output)
    {
        output.WriteLine("| Project | whole run | ends after it is cancelled halfway (median) | at the latest |");
        output.WriteLine("|---|---|---|---|");
        foreach (MeasuredProject project in projects)
        {
            Run(project, Timeout.InfiniteTimeSpan);
            TimeSpan whole = Run(project, Timeout.InfiniteTimeSpan);
            TimeSpan[] delays = [.. Enumerable.Range(0, Turns).Select(_ => Run(project, whole / 2) - (whole / 2)).Order()];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {project.Name} | {whole.TotalMilliseconds:0} ms | {delays[Turns / 2].TotalMilliseconds:0} ms | {delays[^1].TotalMilliseconds:0} ms |"));
        }

        output.WriteLine();
    }

    private static TimeSpan Run(MeasuredProject project, TimeSpan limit)
    {
        CSharpCompilation compilation = project.Create();
        using var source = new CancellationTokenSource();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        CompilationWithAnalyzers run = compilation.WithAnalyzers(AnalyzerSets.Ours.Analyzers, options);
        long start = Stopwatch.GetTimestamp();
        source.CancelAfter(limit);
        try
        {
            run.GetAnalyzerDiagnosticsAsync(source.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (source.IsCancellationRequested)
        {
            // As it should.
        }

        return Stopwatch.GetElapsedTime(start);
    }
}
