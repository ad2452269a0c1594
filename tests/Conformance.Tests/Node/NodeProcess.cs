using System.Diagnostics;

namespace GeminiGen.Conformance.Tests.Node;

/// <summary>Node.js and npm as processes of their own, with an environment that tells them nothing of this machine's keys, proxies and settings.</summary>
internal static class NodeProcess
{
    private static readonly string[] Passed = ["PATH", "PATHEXT", "SystemRoot", "LANG"];

    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(4);

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The command, found along PATH.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="isInstalling">Whether it may use the caches and settings of whoever runs the tests.</param>
    public static async Task<(int Code, string Output, string Errors)> RunAsync(string command, string[] arguments, string folder, bool isInstalling = false)
    {
        string home = Directory.CreateTempSubdirectory("geminigen-conformance-").FullName;
        try
        {
            var start = new ProcessStartInfo(Find(command), arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
            if (!isInstalling)
            {
                Isolate(start, home);
            }

            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            using var late = new CancellationTokenSource(TimeLimit);
            await using CancellationTokenRegistration kill = late.Token.Register(() => process.Kill(entireProcessTree: true));
            Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            string output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            await process.WaitForExitAsync(CancellationToken.None);
            return (process.ExitCode, output, await errors);
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void Isolate(ProcessStartInfo start, string home)
    {
        Dictionary<string, string?> passed = Passed.Where(start.Environment.ContainsKey).ToDictionary(name => name, name => start.Environment[name]);
        start.Environment.Clear();
        foreach ((string name, string? value) in passed)
        {
            start.Environment[name] = value;
        }

        foreach (string name in (string[])["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"])
        {
            start.Environment[name] = home;
        }
    }

    private static string Find(string command) =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from extension in OperatingSystem.IsWindows() ? (string[])[".exe", ".cmd"] : [""]
         let path = Path.Combine(folder, command + extension)
         where File.Exists(path)
         select path).FirstOrDefault() ?? throw new FileNotFoundException($"'{command}' is not there. Install Node.js 20 or later, with npm (https://nodejs.org): the conformance tests run clients of the Gemini API that are written in JavaScript.");
}
