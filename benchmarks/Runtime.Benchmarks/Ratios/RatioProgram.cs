using GeminiGen.Benchmarks.Floor;
using GeminiGen.Benchmarks.Server;

namespace GeminiGen.Benchmarks.Ratios;

/// <summary><c>--ratios [--rounds 41] [--only text,typed]</c>: the table of docs/performance.md.</summary>
internal static class RatioProgram
{
    internal static async Task RunAsync(string[] args)
    {
        using ServerProcess server = ServerProcess.Start();
        using var cancellation = new CancellationTokenSource();
        CancellationToken token = cancellation.Token;
        using HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var floor = new FloorClient(http, server.BaseAddress, "bench-key");
        Task Text() => floor.SummarizeAsync(BenchmarkPrompts.Document, 3, token);
        Task Card() => floor.DescribeAsync(BenchmarkPrompts.Document, token);
        async Task Stream()
        {
            await foreach (string _ in floor.AskAsync(BenchmarkPrompts.Document, token).ConfigureAwait(false))
            {
            }
        }

        Console.WriteLine(await floor.SummarizeAsync("x", 1, token));
        Console.WriteLine(await floor.DescribeAsync("x", token));
        await RatioRunner.RunAsync(
            [
                new RatioRow("noise", "text floor against itself", Text, Text, 1000),
                new RatioRow("noise", "typed floor against itself", Card, Card, 1000),
                new RatioRow("noise", "stream floor against itself", Stream, Stream, 200),
            ],
            RatioRunner.Option(args, "--rounds", 21)).ConfigureAwait(false);
    }
}
