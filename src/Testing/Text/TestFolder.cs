namespace GeminiGen.Testing;

/// <summary>Finds where tests keep their files: beside their source.</summary>
internal static class TestFolder
{
    private const string ProjectDirectory = "GeminiGen.Testing.ProjectDirectory";

    /// <summary>The full path of a folder that a test names.</summary>
    /// <param name="folder">The folder; a relative one counts from the source.</param>
    /// <param name="source">The path of the source as the compiler knows it.</param>
    internal static string Resolve(string folder, string source)
        => Path.IsPathRooted(folder) ? folder : Path.GetFullPath(Path.Combine(Of(source), folder));

    /// <summary>
    /// The folder of a source. Deterministic builds write other paths into the assembly than those on the disk; the package tells the folder of the project, and the source is below it.
    /// </summary>
    internal static string Of(string source)
    {
        string folder = Path.GetDirectoryName(source) ?? "";
        if (folder.Length > 0 && Directory.Exists(folder))
        {
            return folder;
        }

        string? project = AppContext.GetData(ProjectDirectory) as string;
        if (project is null || !Directory.Exists(project))
        {
            throw new DirectoryNotFoundException(
                $"The folder of {source} does not exist here. Name an absolute one, or build with the package GeminiGen.Testing, which tells the folder of the project.");
        }

        string[] segments = source.Replace('\\', '/').Split('/');
        for (int i = 0; i < segments.Length; i++)
        {
            string candidate = Path.Combine([project, .. segments[i..]]);
            if (File.Exists(candidate))
            {
                return Path.GetDirectoryName(candidate)!;
            }
        }

        return project;
    }
}
