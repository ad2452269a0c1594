using System.Globalization;

namespace GeminiGen.Benchmarks.Ratios;

/// <summary>
/// What media costs in allocated bytes, for each MB of it: the difference between a call with large and one with small media, so that what every call costs
/// is not in it. Pooled buffers are warm and so not in it either.
/// </summary>
internal static class MediaAllocation
{
    private const int Small = 1_000;
    private const int Inline = 12_000_000;
    private const int Upload = 64_000_000;
    private const int Calls = 8;

    /// <summary>Measures both paths from each kind of source and prints the table.</summary>
    internal static async Task RunAsync(BenchmarkHost host)
    {
        Console.WriteLine();
        Console.WriteLine("| Media | from | call with small media: KB | allocated per MB of media: KB |");
        Console.WriteLine("|---|---|---|---|");
        foreach ((string name, Func<int, Task> call) in Rows(host.Talk, host))
        {
            await PrintAsync("inline, 12 MB", name, call, Inline).ConfigureAwait(false);
        }

        foreach ((string name, Func<int, Task> call) in Rows(host.UploadTalk, host))
        {
            await PrintAsync("uploaded, 64 MB", name, call, Upload).ConfigureAwait(false);
        }
    }

    private static IEnumerable<(string Name, Func<int, Task> Call)> Rows(Contracts.ITalkDesk desk, BenchmarkHost host)
    {
        using var files = new MediaFiles(Small, Inline, Upload);
        yield return ("bytes", length => desk.LookAsync(Media.FromBytes(files.Bytes(length)), host.Token));
        yield return ("file", length => desk.LookAsync(Media.FromFile(files.Path(length)), host.Token));
        yield return ("stream", LookAtStreamAsync);

        async Task LookAtStreamAsync(int length)
        {
            await using FileStream stream = File.OpenRead(files.Path(length));
            await desk.LookAsync(Media.FromStream(stream), host.Token).ConfigureAwait(false);
        }
    }

    private static async Task PrintAsync(string path, string source, Func<int, Task> call, int large)
    {
        await TakeAsync(call, large).ConfigureAwait(false);
        double small = await TakeAsync(call, Small).ConfigureAwait(false);
        double perMegabyte = (await TakeAsync(call, large).ConfigureAwait(false) - small) / ((large - Small) / 1e6);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {path} | {source} | {small / 1024:F1} | **{perMegabyte / 1024:F2}** |"));
    }

    private static async Task<double> TakeAsync(Func<int, Task> call, int length)
        => (await Sample.TakeAsync(() => call(length), Calls).ConfigureAwait(false)).Bytes;
}
