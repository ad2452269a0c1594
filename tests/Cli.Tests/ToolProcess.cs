using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace GeminiGen.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;

    private ToolProcess(string[] arguments)
    {
        string tool = typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Tool").Value!;

        // A shell lets what it starts in the background ignore Ctrl-C, and so would everything started from there.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it wrote so far, and once it ended all of it.</summary>
    public string Output => _output.ToString();

    /// <summary>Where the emulator listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Starts the emulator on a free port and waits until it is there.</summary>
    public static async Task<ToolProcess> EmulateAsync(params string[] arguments)
    {
        var tool = new ToolProcess(["emulate", "--port", "0", .. arguments]);
        while (await tool._process.StandardOutput.ReadLineAsync() is { } line)
        {
            tool._output.AppendLine(line);
            if (line.Contains("listens on ", StringComparison.Ordinal))
            {
                tool.Address = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]);
            }

            if (line.StartsWith("Ctrl-C", StringComparison.Ordinal))
            {
                return tool;
            }
        }

        throw new InvalidOperationException($"The emulator did not start: {await tool._errors}");
    }

    /// <summary>Runs the tool to its end.</summary>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var tool = new ToolProcess(arguments);
        string output = await tool._process.StandardOutput.ReadToEndAsync();
        await tool._process.WaitForExitAsync();
        return (tool._process.ExitCode, output, await tool._errors);
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    public async Task<(int Code, string Errors)> StopAsync(string signal = "INT")
    {
        using (Process kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        _output.Append(await _process.StandardOutput.ReadToEndAsync());
        await _process.WaitForExitAsync();
        return (_process.ExitCode, await _errors);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }
}
