namespace GeminiGen;

/// <summary>Paths of prompt files as text: nothing is looked up on the disk, so that a build means the same on every machine.</summary>
internal static class FilePaths
{
    /// <summary>The path with slashes, and without steps that lead nowhere.</summary>
    public static string Normalize(string path)
    {
        List<string> steps = [];
        foreach (string step in path.Replace('\\', '/').Split('/'))
        {
            bool isFirst = steps.Count == 0;
            if (step == ".." && !isFirst && steps[steps.Count - 1] is not (".." or ""))
            {
                steps.RemoveAt(steps.Count - 1);
            }
            else if (step != "." && (step.Length > 0 || isFirst))
            {
                steps.Add(step);
            }
        }

        return string.Join("/", steps);
    }

    /// <summary>A path as seen from a folder; both normalized.</summary>
    public static string Combine(string folder, string path)
        => path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1 ? Normalize(path)
            : folder.Length == 0 ? Normalize(path)
            : Normalize(folder + "/" + path);

    /// <summary>The folder of a normalized path; empty when there is none.</summary>
    public static string GetFolder(string path) => path.LastIndexOf('/') is > 0 and int slash ? path.Substring(0, slash) : "";

    /// <summary>The path of a file as seen from a folder; both normalized. A file elsewhere is shown by its name.</summary>
    public static string GetRelative(string folder, string path)
    {
        if (folder.Length > 0 && path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal))
        {
            return path.Substring(folder.Length + 1);
        }

        return path.StartsWith("/", StringComparison.Ordinal) || path.IndexOf(':') == 1 ? path.Substring(path.LastIndexOf('/') + 1) : path;
    }
}
