using System.Diagnostics;
using System.Text;

namespace GeminiGen.Package.Tests;

/// <summary>Runs programs as a shell of the user's would: without what the build that runs the tests has put into the environment.</summary>
internal static class ProcessRunner
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs <c>dotnet</c>.</summary>
    public static Task<ProcessResult> DotnetAsync(string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
        => RunAsync("dotnet", directory, environment, arguments);

    /// <summary>Runs a program and waits for its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="directory">Its working directory.</param>
    /// <param name="environment">Variables set for it.</param>
    /// <param name="arguments">Its arguments.</param>
    public static async Task<ProcessResult> RunAsync(string program, string directory, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Clean(start.Environment);
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        var output = new StringBuilder();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Patience}:\n{output}");
        }

        return new ProcessResult(process.ExitCode, output.ToString());
    }

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.Append(line).Append(line is null ? "" : "\n");
        }
    }

    // Node reuse off: a build node that outlives the build would keep our pipes open.
    private static void Clean(IDictionary<string, string?> environment)
    {
        foreach (string name in environment.Keys.Where(IsOfBuild).ToList())
        {
            environment.Remove(name);
        }

        environment["MSBUILDDISABLENODEREUSE"] = "1";
        environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        environment["DOTNET_NOLOGO"] = "1";
    }

    private static bool IsOfBuild(string name)
        => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("COREHOST", StringComparison.OrdinalIgnoreCase)
            || name is "ArtifactsPath" or "RunAnalyzers" or "CI" or "DOTNET_HOST_PATH" or "GEMINI_API_KEY" or "GOOGLE_API_KEY" or "GOOGLE_GEMINI_BASE_URL";
}
