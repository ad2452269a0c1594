using GeminiGen.Shared.Baselines;

namespace GeminiGen.Cli;

/// <summary>The lines of the files that findings stand in; each file is read once.</summary>
internal sealed class SourceLines
{
    private readonly Dictionary<string, IReadOnlyList<string>> _files = new(StringComparer.Ordinal);

    /// <summary>Accepts a finding.</summary>
    /// <param name="finding">The finding, of a file that is still as the build saw it.</param>
    /// <param name="folder">The folder of the baseline.</param>
    public AcceptedFinding Accept(LoggedFinding finding, string folder)
    {
        string file = Path.GetRelativePath(folder, finding.Path).Replace('\\', '/');
        return new AcceptedFinding(file, finding.Rule, FindingHash.Compute(finding.Rule, file, Read(finding.Path), finding.Place));
    }

    private IReadOnlyList<string> Read(string path)
    {
        if (!_files.TryGetValue(path, out IReadOnlyList<string>? lines))
        {
            _files[path] = lines = FindingHash.SplitLines(File.ReadAllText(path));
        }

        return lines;
    }
}
