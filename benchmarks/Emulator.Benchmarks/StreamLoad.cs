using System.Diagnostics;

namespace GeminiGen.Benchmarks;

/// <summary>Streams that are all open at once, each on a connection of its own.</summary>
internal static class StreamLoad
{
    public static async Task<StreamResult> RunAsync(int port, int streams)
    {
        int open = 0;
        int mostOpen = 0;
        byte[] request = LoadConnection.Request("streamGenerateContent?alt=sse");
        long start = Stopwatch.GetTimestamp();
        bool[] ends = await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => Task.Run(ReadAsync)));
        return new StreamResult(mostOpen, ends.Count(end => end), Stopwatch.GetElapsedTime(start));

        async Task<bool> ReadAsync()
        {
            using var connection = new LoadConnection();
            await connection.ConnectAsync(port);
            bool isComplete = await connection.StreamAsync(request, () => Raise(Interlocked.Increment(ref open)));
            Interlocked.Decrement(ref open);
            return isComplete;
        }

        void Raise(int count)
        {
            int seen;
            while (count > (seen = Volatile.Read(ref mostOpen)))
            {
                Interlocked.CompareExchange(ref mostOpen, count, seen);
            }
        }
    }
}
