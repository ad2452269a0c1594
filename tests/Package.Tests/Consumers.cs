namespace GeminiGen.Package.Tests;

/// <summary>
/// Projects in a folder of their own that know GeminiGen as their users do: by one package reference. All are restored by one command,
/// into a package folder of this run, so that what another run left behind is never used.
/// </summary>
internal sealed class Consumers
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    private Consumers(string folder)
    {
        _folder = folder;
        _environment = new() { ["NUGET_PACKAGES"] = Path.Combine(folder, "packages") };
    }

    /// <summary>Writes the projects and restores them.</summary>
    public static async Task<Consumers> RestoreAsync(string folder, PackedPackage package)
    {
        var consumers = new Consumers(folder);
        consumers.Write("NuGet.config", NuGetConfig(package.Feed));
        consumers.Write("Directory.Build.props", $"<Project><PropertyGroup><GeminiGenVersion>{package.Version}</GeminiGenVersion></PropertyGroup></Project>");
        foreach ((string name, string project, string source) in ConsumerProjects.All.Concat(TestConsumers.All))
        {
            consumers.Write($"{name}/{name}.csproj", project);
            consumers.Write($"{name}/Program.cs", source);
        }

        foreach ((string path, string text) in ConsumerProjects.Files)
        {
            consumers.Write(path, text);
        }

        consumers.Write($"{ConsumerProjects.Library}/{ConsumerProjects.PromptFile}", ConsumerProjects.PromptFileText);
        consumers.Write("all.proj", ConsumerProjects.Traversal);
        (await consumers.DotnetAsync(".", "restore", "all.proj", "-nologo")).AssertSuccess();
        return consumers;
    }

    /// <summary>Builds a project from scratch; what it needs is already restored.</summary>
    public Task<ProcessResult> BuildAsync(string name, params string[] arguments)
        => DotnetAsync(name, ["build", "--no-restore", "--no-incremental", "-nologo", .. arguments]);

    /// <summary>Runs <c>dotnet</c> in the folder of a project.</summary>
    public Task<ProcessResult> DotnetAsync(string name, params string[] arguments)
        => ProcessRunner.DotnetAsync(PathOf(name), _environment, arguments);

    /// <summary>Runs the command line of the project in the folder of a consumer, installed as its users install it.</summary>
    public async Task<ProcessResult> RunToolAsync(string name, PackedPackage tool, params string[] arguments)
    {
        string folder = PathOf("tools");
        if (!Directory.Exists(folder))
        {
            (await DotnetAsync(".", "tool", "install", tool.Id, "--version", tool.Version, "--tool-path", folder, "--configfile", PathOf("NuGet.config"))).AssertSuccess();
        }

        return await ProcessRunner.RunAsync(Path.Combine(folder, "geminigen"), PathOf(name), _environment, arguments);
    }

    /// <summary>The path of a file or folder of the consumers.</summary>
    public string PathOf(params string[] parts) => Path.Combine([_folder, .. parts]);

    /// <summary>Writes a file, with its folder.</summary>
    public void Write(string path, string text)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    // The machine's own package folder serves the rest, so that nothing is fetched twice.
    private static string NuGetConfig(string feed) => $"""
        <configuration>
          <packageSources>
            <add key="geminigen" value="{feed}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{MachinePackages()}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private static string MachinePackages()
    {
        string folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.CreateDirectory(folder).FullName;
    }
}
