namespace GeminiGen.Generator.Benchmarks.Analysis;

/// <summary>What a turn took, or what stands for several.</summary>
/// <param name="Milliseconds">Processor time of all threads.</param>
/// <param name="Megabytes">What was allocated.</param>
internal readonly record struct AnalysisCost(double Milliseconds, double Megabytes)
{
    /// <summary>Measures an action.</summary>
    public static AnalysisCost Of(Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan time = Environment.CpuUsage.TotalTime;
        action();
        time = Environment.CpuUsage.TotalTime - time;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new AnalysisCost(time.TotalMilliseconds, bytes / 1024.0 / 1024.0);
    }

    /// <summary>The lower quartile: what disturbs a turn only ever adds to it.</summary>
    public static AnalysisCost LowerQuartile(IReadOnlyCollection<AnalysisCost> turns) => new(
        turns.Select(static turn => turn.Milliseconds).Order().ElementAt(turns.Count / 4),
        turns.Select(static turn => turn.Megabytes).Order().ElementAt(turns.Count / 4));

    /// <summary>What this is above another.</summary>
    public AnalysisCost Above(AnalysisCost other) => new(Milliseconds - other.Milliseconds, Megabytes - other.Megabytes);
}
