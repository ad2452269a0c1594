using System.Reflection;

namespace GeminiGen.Conformance.Tests.Node;

/// <summary>The npm packages, in a folder of the build's output; installed again only when the lock file changes.</summary>
internal static class NpmInstallation
{
    private const int OldestNode = 20;

    private static string Source { get; } = Path.Combine(AppContext.BaseDirectory, "npm");

    /// <summary>The package file and the lock file, for tests of them.</summary>
    public static string ReadSource(string name) => File.ReadAllText(Path.Combine(Source, name));

    /// <summary>Installs what is not there yet.</summary>
    /// <returns>The folder, with the programs in it.</returns>
    public static async Task<string> InstallAsync()
    {
        string folder = typeof(NpmInstallation).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "NpmFolder").Value!;
        (_, string version, _) = await NodeProcess.RunAsync("node", ["--version"], Source);
        Assert.True(int.Parse(version.Trim().TrimStart('v').Split('.')[0], null) >= OldestNode, $"Node.js {version.Trim()} is too old: install {OldestNode} or later.");

        // npm writes its own copy of the lock file last.
        bool isInstalled = File.Exists(Path.Combine(folder, "node_modules", ".package-lock.json"))
            && File.Exists(Path.Combine(folder, "package-lock.json"))
            && File.ReadAllText(Path.Combine(folder, "package-lock.json")) == ReadSource("package-lock.json");
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Source))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        }

        if (!isInstalled)
        {
            (int code, _, string errors) = await NodeProcess.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder, isInstalling: true);
            Assert.True(code == 0, $"npm ci failed in {folder}. Is the package registry reachable?\n{errors}");
        }

        return folder;
    }
}
