using System.Diagnostics;
using System.Globalization;

namespace GeminiGen.Benchmarks.Server;

/// <summary>The canned server, running as a child process: this same program, started with <c>--server</c>.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri baseAddress)
    {
        _process = process;
        BaseAddress = baseAddress;
    }

    /// <summary>Where the server listens, for example <c>http://127.0.0.1:40001/</c>.</summary>
    internal Uri BaseAddress { get; }

    /// <summary>Starts the server and waits until it listens.</summary>
    internal static ServerProcess Start()
    {
        string assembly = typeof(ServerProcess).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [assembly, "--server"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("The server process did not start.");
        string port = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server process ended before it listened.");
        int number = int.Parse(port, CultureInfo.InvariantCulture);
        return new ServerProcess(process, new Uri($"http://127.0.0.1:{number}/"));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
