using System.Globalization;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace GeminiGen.Generator.Benchmarks;

/// <summary>Prints each measured row against the reference of the same class and size, from the same run.</summary>
internal static class RatioReport
{
    /// <summary>Writes the table.</summary>
    /// <returns>Whether every benchmark gave a number.</returns>
    public static bool Print(IReadOnlyCollection<Summary> summaries, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| What | Contracts | Median | Reference | Ratio | Goal | Allocated | Ratio |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        bool complete = summaries.Count > 0;
        foreach (BenchmarkReport report in summaries.SelectMany(summary => summary.Reports))
        {
            complete &= report.ResultStatistics is not null;
            if (report.ResultStatistics is not null && !IsReference(report.BenchmarkCase))
            {
                output.WriteLine(Row(report, FindReference(report.BenchmarkCase, summaries)));
            }
        }

        return complete;
    }

    private static bool IsReference(BenchmarkCase benchmark) => benchmark.Descriptor.Baseline;

    private static BenchmarkReport? FindReference(BenchmarkCase benchmark, IEnumerable<Summary> summaries) => summaries
        .SelectMany(summary => summary.Reports)
        .FirstOrDefault(report => IsReference(report.BenchmarkCase)
            && report.BenchmarkCase.Descriptor.Type == benchmark.Descriptor.Type
            && report.BenchmarkCase.Parameters.PrintInfo == benchmark.Parameters.PrintInfo);

    private static string Row(BenchmarkReport report, BenchmarkReport? reference)
    {
        BenchmarkCase benchmark = report.BenchmarkCase;
        double median = report.ResultStatistics!.Median;
        double? referenceMedian = reference?.ResultStatistics?.Median;
        double allocated = Allocated(report);
        object contracts = benchmark.Parameters.Items.FirstOrDefault(item => item.Name == "Contracts")?.Value ?? "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {benchmark.Descriptor.WorkloadMethodDisplayInfo} | {contracts} | {Milliseconds(median)} | {Milliseconds(referenceMedian)} | {Ratio(median, referenceMedian)} | {Goal(benchmark)} | {allocated / 1024 / 1024:0.00} MB | {Ratio(allocated, reference is null ? null : Allocated(reference))} |");
    }

    private static double Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;

    private static string Goal(BenchmarkCase benchmark) =>
        benchmark.Descriptor.WorkloadMethod.GetCustomAttributes(typeof(GoalAttribute), false) is [GoalAttribute goal, ..]
            && Equals(benchmark.Parameters.Items.FirstOrDefault(item => item.Name == "Contracts")?.Value, goal.Contracts)
            ? string.Create(CultureInfo.InvariantCulture, $"≤ {goal.Ratio:0.0}×")
            : "";

    private static string Milliseconds(double? nanoseconds) =>
        nanoseconds is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.00} ms") : "";

    private static string Ratio(double value, double? reference) =>
        reference is > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value / reference.Value:0.00}×") : "";
}
