using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace GeminiGen.Benchmarks;

/// <summary>The emulator as its users run it: the tool, in a process of its own.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    // Streams take some seconds each, so that all of them are open at once; plain calls are as fast as they can be.
    private const string Script = """{"rules":[{"when":{"stream":true},"answer":"TEXT","tokensPerSecond":40}]}""";

    private readonly Process _process;
    private readonly string _script;

    private EmulatorProcess(Process process, string script)
    {
        _process = process;
        _script = script;
    }

    public int Port { get; private set; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The largest resident set so far, as the kernel counts it.</summary>
    public double PeakMegabytes => long.Parse(
        File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024.0;

    public static async Task<EmulatorProcess> StartAsync()
    {
        string script = Path.GetTempFileName();
        string text = string.Join(' ', Enumerable.Repeat("The harbour clock strikes every hour again, and visitors come to hear it.", 20));
        await File.WriteAllTextAsync(script, Script.Replace("TEXT", text, StringComparison.Ordinal));
        string tool = typeof(EmulatorProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tool").Value!;
        Process process = Process.Start(new ProcessStartInfo("dotnet", [tool, "emulate", "--port", "0", "--script", script]) { RedirectStandardOutput = true })!;
        var emulator = new EmulatorProcess(process, script);
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.StartsWith("Ctrl-C", StringComparison.Ordinal))
        {
            if (line.Contains("listens on ", StringComparison.Ordinal))
            {
                emulator.Port = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).Port;
            }
        }

        return emulator;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        File.Delete(_script);
    }
}
