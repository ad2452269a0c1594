using System.Security;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GeminiGen.Cli;

/// <summary>Asks the compiler what the contracts of projects say: builds the target <c>GeminiGenLock</c> of the package in each.</summary>
internal static partial class LockBuild
{
    private const int MostErrors = 5;

    /// <summary>
    /// One build for all projects. Those without the package lack the target and are skipped; those for several frameworks are asked once for each.
    /// </summary>
    private const string BuildProject = """
        <Project>
          <ItemGroup>
        PROJECTS
          </ItemGroup>
          <Target Name="Restore">
            <MSBuild Projects="@(Locked)" Targets="Restore" />
          </Target>
          <Target Name="Lock">
            <MSBuild Projects="@(Locked)" Targets="GetTargetFrameworks" BuildInParallel="true" SkipNonexistentTargets="true">
              <Output TaskParameter="TargetOutputs" ItemName="Known" />
            </MSBuild>
            <ItemGroup>
              <Framework Include="%(Known.TargetFrameworks)" Project="%(Known.MSBuildSourceProjectFile)" Condition="'%(Known.HasSingleTargetFramework)' == 'false'" />
              <Inner Include="@(Known->'%(MSBuildSourceProjectFile)')" Condition="'%(Known.HasSingleTargetFramework)' != 'false'" />
              <Inner Include="%(Framework.Project)" AdditionalProperties="TargetFramework=%(Framework.Identity)" />
            </ItemGroup>
            <MSBuild Projects="@(Inner)" Targets="GeminiGenLock" BuildInParallel="true" SkipNonexistentTargets="true" Properties="GeminiGenLockFolder=$(MSBuildProjectDirectory)/" />
          </Target>
        </Project>
        """;

    /// <summary>Builds.</summary>
    /// <param name="projects">The full paths of the projects.</param>
    /// <param name="configuration">The configuration, or null for the default one.</param>
    /// <param name="restores">Whether packages are restored before.</param>
    /// <param name="cancellationToken">Ends the build.</param>
    /// <returns>What has the package, a project once for each framework.</returns>
    /// <exception cref="LockException">Something does not compile.</exception>
    public static async Task<IReadOnlyList<CompiledProject>> RunAsync(IReadOnlyList<string> projects, string? configuration, bool restores, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory("geminigen-lock-").FullName;
        try
        {
            string project = Path.Combine(folder, "lock.proj");
            string items = string.Join('\n', projects.Select(static path => $"    <Locked Include=\"{SecurityElement.Escape(Escape(path))}\" />"));
            await File.WriteAllTextAsync(project, BuildProject.Replace("PROJECTS", items, StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
            string[] arguments =
            [
                "msbuild", project, "-t:Lock", "-nologo", "-v:q", "-clp:NoSummary", "-nr:false", "-m",
                .. (ReadOnlySpan<string>)(restores ? ["-restore"] : []),
                .. (ReadOnlySpan<string>)(configuration is null ? [] : [$"-p:Configuration={configuration}"]),
            ];
            (int code, string output) = await Dotnet.RunAsync(Path.GetDirectoryName(projects[0])!, arguments, cancellationToken).ConfigureAwait(false);
            return code == 0 ? ReadProjects(folder) : throw new LockException($"Not everything compiles, so not all contracts are known, and nothing was done.\n{GetErrors(output)}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What the generator wrote for each project and framework.</summary>
    private static List<CompiledProject> ReadProjects(string folder)
    {
        List<CompiledProject> projects = [];
        foreach (string file in Directory.GetFiles(folder, "project.txt", SearchOption.AllDirectories))
        {
            string[] lines = File.ReadAllLines(file);
            JsonObject[] methods =
            [
                .. Directory.GetFiles(Path.GetDirectoryName(file)!, "*.lock.g.cs", SearchOption.AllDirectories)
                    .SelectMany(File.ReadLines)
                    .Where(static line => line.StartsWith("//{", StringComparison.Ordinal))
                    .Select(static line => JsonNode.Parse(line[2..])!.AsObject()),
            ];
            projects.Add(new CompiledProject(Path.GetFullPath(lines[0]), lines.Length > 1 ? lines[1] : "", methods));
        }

        return projects;
    }

    /// <summary>The first errors, each once, without the project that MSBuild puts behind them.</summary>
    private static string GetErrors(string output)
    {
        string[] errors = [.. output.Split('\n').Where(static line => ErrorLine().IsMatch(line)).Select(static line => ProjectName().Replace(line.Trim(), "")).Distinct()];
        if (errors.Length == 0)
        {
            return output.Trim();
        }

        var text = new StringBuilder(string.Join('\n', errors.Take(MostErrors)));
        return errors.Length <= MostErrors ? text.ToString() : text.Append($"\n… and {errors.Length - MostErrors} more.").ToString();
    }

    /// <summary>The characters that mean something to MSBuild.</summary>
    private static string Escape(string path) => Special().Replace(path, static character => $"%{(int)character.Value[0]:X2}");

    [GeneratedRegex(@"\berror\b[^:]*:", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();

    [GeneratedRegex(@" \[[^\]]*proj(::[^\]]*)?\]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ProjectName();

    [GeneratedRegex("[%*?@$();']", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
