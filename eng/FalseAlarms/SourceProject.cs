namespace GeminiGen.FalseAlarms;

/// <summary>Sources that are compiled together.</summary>
/// <param name="Files">Their paths.</param>
internal sealed record SourceProject(IReadOnlyList<string> Files)
{
    // Sources without a project file are no project at all, and there can be very many.
    private const int MostFiles = 500;

    /// <summary>The projects below a folder: the files below each project file, and those that no project file is above, by their folder.</summary>
    public static IEnumerable<SourceProject> FindIn(string folder)
    {
        var homes = new Dictionary<string, string>(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .GroupBy(file => HomeOf(Path.GetDirectoryName(file)!, folder, homes), StringComparer.Ordinal)
            .SelectMany(static project => project.Chunk(MostFiles))
            .Select(static files => new SourceProject(files));
    }

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
