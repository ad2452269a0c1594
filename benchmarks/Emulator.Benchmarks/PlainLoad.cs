using System.Diagnostics;

namespace GeminiGen.Benchmarks;

/// <summary>Plain calls, one after the other on each connection.</summary>
internal static class PlainLoad
{
    public static async Task<LoadResult> RunAsync(int port, int connections, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        (List<double> Times, int Failures)[] results = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => CallAsync(port, start, time))));
        double[] all = [.. results.SelectMany(result => result.Times).Order()];
        return new LoadResult(all, results.Sum(result => result.Failures), Stopwatch.GetElapsedTime(start));
    }

    private static async Task<(List<double> Times, int Failures)> CallAsync(int port, long start, TimeSpan time)
    {
        byte[] request = LoadConnection.Request("generateContent");
        using var connection = new LoadConnection();
        await connection.ConnectAsync(port);
        var times = new List<double>();
        int failures = 0;
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            long began = Stopwatch.GetTimestamp();
            if (await connection.CallAsync(request))
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            else
            {
                failures++;
                break;
            }
        }

        return (times, failures);
    }
}
