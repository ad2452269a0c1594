namespace GeminiGen.Benchmarks.Ratios;

/// <summary>What one call cost, averaged over a batch: CPU of the whole process and wall clock in microseconds, managed allocation of all threads in bytes.</summary>
internal readonly record struct Sample(double Cpu, double Wall, double Bytes)
{
    /// <summary>Runs <paramref name="calls"/> calls one after another and returns the cost of one.</summary>
    internal static async Task<Sample> TakeAsync(Func<Task> call, int calls)
    {
        // Every batch starts with an empty nursery, so that no batch pays for its predecessor's garbage.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long wall = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < calls; i++)
        {
            await call().ConfigureAwait(false);
        }

        TimeSpan wallTime = TimeProvider.System.GetElapsedTime(wall);
        TimeSpan cpuTime = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;
        return new Sample(cpuTime.TotalMicroseconds / calls, wallTime.TotalMicroseconds / calls, (double)bytes / calls);
    }
}
