namespace GeminiGen.FalseAlarms;

/// <summary>Files that are judged together: sources of one compilation, or settings files, which need none.</summary>
/// <param name="Sources">The paths of its sources.</param>
/// <param name="Settings">The paths of its settings files.</param>
internal sealed record SourceProject(IReadOnlyList<string> Sources, IReadOnlyList<string> Settings)
{
    // Sources without a project file are no project at all, and there can be very many.
    private const int MostFiles = 500;

    // More than our targets bring in: a rule that reads a file only by its name must be right for files nobody meant.
    private static readonly HashSet<string> SettingsEndings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".json", ".config", ".csproj", ".props", ".targets", ".resx", ".runsettings", ".pubxml", ".env", ".yml", ".yaml", ".http", ".rest",
    };

    /// <summary>The projects below a folder: the files below each project file, and those that no project file is above, by their folder; then all settings files.</summary>
    public static IEnumerable<SourceProject> FindIn(string folder)
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] files = [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return files
            .Where(static file => file.EndsWith(".cs", StringComparison.OrdinalIgnoreCase))
            .GroupBy(file => HomeOf(Path.GetDirectoryName(file)!, folder, homes), StringComparer.Ordinal)
            .SelectMany(static project => project.Chunk(MostFiles))
            .Select(static sources => new SourceProject(sources, []))
            .Concat(files.Where(IsSettingsFile).Chunk(MostFiles).Select(static settings => new SourceProject([], settings)));
    }

    private static bool IsSettingsFile(string path) =>
        SettingsEndings.Contains(Path.GetExtension(path)) || Path.GetFileName(path).StartsWith(".env", StringComparison.OrdinalIgnoreCase);

    private static string HomeOf(string directory, string root, Dictionary<string, string> homes)
    {
        if (!homes.TryGetValue(directory, out string? home))
        {
            bool isHome = directory.Length <= root.Length || Directory.EnumerateFiles(directory, "*.csproj").Any();
            homes[directory] = home = isHome ? directory : HomeOf(Path.GetDirectoryName(directory)!, root, homes);
        }

        return home;
    }
}
