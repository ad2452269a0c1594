namespace GeminiGen.Cli;

/// <summary>Finds the projects that a path stands for.</summary>
internal static class LockTargets
{
    /// <summary>The full paths of C# projects.</summary>
    /// <param name="path">A project, a solution or a folder.</param>
    /// <param name="cancellationToken">Ends the reading of a solution.</param>
    /// <exception cref="LockException">There is nothing at the path, or more than one solution.</exception>
    public static async Task<IReadOnlyList<string>> FindAsync(string path, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return IsProject(full) ? [full]
                : IsSolution(full) ? await ReadSolutionAsync(full, cancellationToken).ConfigureAwait(false)
                : throw new LockException($"{path} is neither a C# project nor a solution.");
        }

        if (!Directory.Exists(full))
        {
            throw new LockException($"{path} does not exist.");
        }

        string[] solutions = [.. Directory.GetFiles(full).Where(IsSolution)];
        return solutions.Length switch
        {
            1 => await ReadSolutionAsync(solutions[0], cancellationToken).ConfigureAwait(false),
            > 1 => throw new LockException($"{path} has several solutions. Name one: {string.Join(", ", solutions.Select(Path.GetFileName).Order(StringComparer.Ordinal))}."),
            _ => FindBelow(path, full),
        };
    }

    private static List<string> FindBelow(string path, string folder)
    {
        string[] projects = Directory.GetFiles(folder, "*.csproj");
        if (projects.Length == 0)
        {
            projects = [.. Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Where(file => !IsOutput(Path.GetRelativePath(folder, file)))];
        }

        return projects.Length > 0 ? [.. projects.Order(StringComparer.Ordinal)] : throw new LockException($"There is no C# project in {path}.");
    }

    private static bool IsOutput(string path)
        => path.Split(Path.DirectorySeparatorChar).Any(static step => step is "bin" or "obj" or "node_modules" || step.StartsWith('.'));

    /// <summary>What the SDK reads in a solution, whatever its format.</summary>
    private static async Task<IReadOnlyList<string>> ReadSolutionAsync(string solution, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(solution)!;
        (int code, string output) = await Dotnet.RunAsync(folder, ["sln", solution, "list"], cancellationToken).ConfigureAwait(false);
        string[] projects =
        [
            .. output.Split('\n')
                .Select(static line => line.Trim())
                .Where(IsProject)
                .Select(line => Path.GetFullPath(line.Replace('\\', Path.DirectorySeparatorChar), folder))
                .Order(StringComparer.Ordinal),
        ];
        return code != 0 ? throw new LockException($"{Path.GetFileName(solution)} cannot be read: {output.Trim()}")
            : projects.Length == 0 ? throw new LockException($"{Path.GetFileName(solution)} has no C# project.")
            : projects;
    }

    private static bool IsProject(string path) => path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase);

    private static bool IsSolution(string path) => path.EndsWith(".sln", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".slnx", StringComparison.OrdinalIgnoreCase);
}
