namespace GeminiGen.Benchmarks.Ratios;

/// <summary><c>--ratios [--rounds 161] [--only text,typed]</c>: prints the tables of docs/performance.md.</summary>
internal static class RatioProgram
{
    internal static async Task RunAsync(string[] args)
    {
        int rounds = int.Parse(Option(args, "--rounds") ?? "161", System.Globalization.CultureInfo.InvariantCulture);
        string[]? only = Option(args, "--only")?.Split(',');
        using var host = new BenchmarkHost();
        RatioRow[] rows = [.. new RatioRows(host).All.Where(row => only is null || only.Contains(row.Id)).Select(static row => row.Row)];
        await RatioRunner.RunAsync(rows, rounds).ConfigureAwait(false);
        if (only is null || only.Contains("cancel"))
        {
            await CancellationLatency.RunAsync(host, rounds * 2).ConfigureAwait(false);
        }

        if (only is null || only.Contains("media"))
        {
            await MediaAllocation.RunAsync(host).ConfigureAwait(false);
        }
    }

    private static string? Option(string[] args, string name)
    {
        int index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
