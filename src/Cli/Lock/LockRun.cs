namespace GeminiGen.Cli;

/// <summary>Writes or compares the locks of projects, and says what became of each.</summary>
/// <param name="output">What is said of projects.</param>
/// <param name="errors">What is said of those that cannot be told.</param>
/// <param name="isCheck">Whether nothing is written.</param>
internal sealed class LockRun(TextWriter output, TextWriter errors, bool isCheck)
{
    private int _code;

    /// <summary>Goes through the projects.</summary>
    /// <param name="projects">Their full paths.</param>
    /// <param name="build">What the compiler told of those with the package.</param>
    /// <returns>The exit code.</returns>
    public int Visit(IReadOnlyList<string> projects, IReadOnlyList<CompiledProject> build)
    {
        foreach (string project in projects)
        {
            Visit(project, [.. build.Where(compiled => IsSame(compiled.Path, project))], build.FirstOrDefault(other => HasContracts(other) && !IsSame(other.Path, project) && FolderOf(other.Path) == FolderOf(project)));
        }

        if (_code == LockCommand.Differs)
        {
            output.WriteLine($"Run 'geminigen lock', look at what it changes, and commit {PromptLock.FileName}.");
        }

        return _code;
    }

    private static bool IsSame(string path, string other) => string.Equals(path, other, StringComparison.OrdinalIgnoreCase);

    private static bool HasContracts(CompiledProject project) => project.Methods.Count > 0;

    private static string FolderOf(string path) => Path.GetDirectoryName(path)!;

    private void Visit(string project, CompiledProject[] compiled, CompiledProject? neighbour)
    {
        string name = Path.GetFileName(project);
        string path = Path.Combine(FolderOf(project), PromptLock.FileName);
        try
        {
            var now = PromptLock.Create(compiled);
            if (now.Methods.Count > 0 && neighbour is not null)
            {
                throw new LockException($"{Path.GetFileName(neighbour.Path)} in the same folder has contracts too, and there is one {PromptLock.FileName} to a folder. Give each project a folder of its own.");
            }

            if (now.Methods.Count == 0 && !File.Exists(path))
            {
                output.WriteLine($"{name}: no contracts{(compiled.Length == 0 ? ", as it does not use the package GeminiGen, or one without prompt locks" : "")}.");
            }
            else if (isCheck)
            {
                Compare(name, path, now);
            }
            else
            {
                Write(name, path, now);
            }
        }
        catch (Exception exception) when (exception is LockException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine($"{name}: {exception.Message}");
            _code = LockCommand.CannotTell;
        }
    }

    private void Compare(string name, string path, PromptLock now)
    {
        if (PromptLock.Read(path) is not { } recorded)
        {
            output.WriteLine($"{name}: there is no {PromptLock.FileName}.");
            _code = Math.Max(_code, LockCommand.Differs);
            return;
        }

        string differences = LockDiff.Create(recorded, now);
        output.WriteLine($"{name}: {(differences.Length == 0 ? Count(now) + ", as recorded." : $"{PromptLock.FileName} is not what the contracts say:")}");
        output.Write(differences);
        _code = differences.Length == 0 ? _code : Math.Max(_code, LockCommand.Differs);
    }

    private void Write(string name, string path, PromptLock now)
    {
        PromptLock.RefuseNewer(path);
        if (now.Methods.Count == 0)
        {
            File.Delete(path);
            output.WriteLine($"{name}: no contracts any more; {PromptLock.FileName} is deleted.");
            return;
        }

        output.WriteLine(now.Write(path) ? $"{name}: {Count(now)}, written to {PromptLock.FileName}." : $"{name}: {Count(now)}, as recorded.");
    }

    private static string Count(PromptLock now) => now.Methods.Count == 1 ? "1 method" : $"{now.Methods.Count} methods";
}
