namespace GeminiGen;

/// <summary>The prompt files of a project, found by path.</summary>
/// <param name="projectFolder">The folder of the project; empty when it is not known.</param>
/// <param name="files">The files.</param>
internal sealed class PromptFiles(string projectFolder, EquatableArray<PromptFile> files) : IEquatable<PromptFiles>
{
    private readonly string _folder = FilePaths.Normalize(projectFolder.Length > 1 ? projectFolder.TrimEnd('/', '\\') : projectFolder);
    private readonly string _projectFolder = projectFolder;
    private readonly EquatableArray<PromptFile> _files = files;
    private Dictionary<string, PromptFile>? _byPath;

    /// <summary>No files.</summary>
    public static PromptFiles None { get; } = new("", default);

    /// <summary>Finds the file a path names.</summary>
    /// <param name="path">The path as written.</param>
    /// <param name="from">The file it is written in, from whose folder it counts; null for code, where it counts from the project's.</param>
    /// <returns>Null when there is none, or when several end with the path and none is at it.</returns>
    public PromptFile? Find(string path, PromptFile? from)
    {
        string folder = from is null ? _folder : FilePaths.GetFolder(FilePaths.Normalize(from.Path));
        return GetByPath().TryGetValue(FilePaths.Combine(folder, path), out PromptFile? file) ? file : FindBySuffix(path);
    }

    /// <summary>The path that was probably meant, or null. Names are compared without what all have in common, the folder and the extension.</summary>
    public string? FindNearest(string path)
    {
        List<string> names = [];
        string normalized = FilePaths.Normalize(path);
        foreach (PromptFile file in _files)
        {
            string known = GetName(file);
            if (string.Equals(GetFileName(known), GetFileName(normalized), StringComparison.OrdinalIgnoreCase)
                || string.Equals(known, normalized + PromptFile.Extension, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }

            names.Add(GetStem(known));
        }

        return NearestName.Find(GetStem(normalized), names) is { } nearest ? GetName(_files[names.IndexOf(nearest)]) : null;
    }

    private static string GetStem(string path)
    {
        string name = GetFileName(path);
        return name.EndsWith(PromptFile.Extension, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - PromptFile.Extension.Length) : name;
    }

    /// <summary>The file's path as people write it.</summary>
    public string GetName(PromptFile file) => FilePaths.GetRelative(_folder, FilePaths.Normalize(file.Path));

    /// <inheritdoc/>
    public bool Equals(PromptFiles? other) => other is not null && _projectFolder == other._projectFolder && _files == other._files;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PromptFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_files.GetHashCode() * 31) + _projectFolder.GetHashCode());

    private static string GetFileName(string path) => path.Substring(path.LastIndexOf('/') + 1);

    private Dictionary<string, PromptFile> GetByPath()
    {
        if (_byPath is null)
        {
            Dictionary<string, PromptFile> byPath = new(StringComparer.Ordinal);
            foreach (PromptFile file in _files)
            {
                byPath[FilePaths.Normalize(file.Path)] = file;
            }

            _byPath = byPath;
        }

        return _byPath;
    }

    /// <summary>Files from outside of the project, and projects whose folder nobody told, are found by how their path ends.</summary>
    private PromptFile? FindBySuffix(string path)
    {
        string suffix = "/" + FilePaths.Normalize(path);
        PromptFile? found = null;
        foreach (KeyValuePair<string, PromptFile> candidate in GetByPath())
        {
            if (("/" + candidate.Key).EndsWith(suffix, StringComparison.Ordinal))
            {
                if (found is not null)
                {
                    return null;
                }

                found = candidate.Value;
            }
        }

        return found;
    }
}
