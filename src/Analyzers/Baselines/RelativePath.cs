namespace GeminiGen.Analyzers.Baselines;

/// <summary>Paths as seen from a folder, above it too: what <c>Path.GetRelativePath</c> is where the compiler runs on .NET.</summary>
internal static class RelativePath
{
    /// <summary>The way from a folder to a file; both normalized.</summary>
    public static string Of(string path, string folder)
    {
        string[] to = path.Split('/');
        string[] from = folder.Length == 0 ? [] : folder.Split('/');
        int common = 0;
        while (common < from.Length && common < to.Length - 1 && string.Equals(from[common], to[common], StringComparison.Ordinal))
        {
            common++;
        }

        return string.Join("/", Enumerable.Repeat("..", from.Length - common).Concat(to.Skip(common)));
    }
}
