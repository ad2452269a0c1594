using System.Diagnostics;

namespace GeminiGen.Emulator.Tests;

/// <summary>A real browser without a window. It is told to reach nothing but this machine.</summary>
internal static class Browser
{
    /// <summary>The document of a page, as the browser has it after loading.</summary>
    public static Task<string> DumpAsync(Uri page) => RunAsync("--dump-dom", page);

    /// <summary>A picture of a page: a PNG file.</summary>
    public static async Task<byte[]> ScreenshotAsync(Uri page)
    {
        string folder = Directory.CreateTempSubdirectory("geminigen-browser-").FullName;
        try
        {
            string file = Path.Combine(folder, "page.png");
            await RunAsync($"--screenshot={file}", page);
            return await File.ReadAllBytesAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string action, Uri page)
    {
        string profile = Directory.CreateTempSubdirectory("geminigen-profile-").FullName;
        try
        {
            string[] arguments =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--no-first-run",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", $"--user-data-dir={profile}", "--window-size=1200,900", action, page.AbsoluteUri,
            ];
            var start = new ProcessStartInfo(Find(), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, await errors);
            return output;
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static string Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         from name in (string[])["chromium", "chromium-browser", "google-chrome"]
         let path = Path.Combine(folder, name)
         where File.Exists(path)
         select path).FirstOrDefault() ?? throw new FileNotFoundException("Chromium is not installed (Debian: apt-get install chromium); .ci/run installs it.");
}
