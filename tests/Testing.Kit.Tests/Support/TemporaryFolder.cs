namespace GeminiGen.Testing.Tests.Support;

/// <summary>A folder of a test's own.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "geminigen-kit-" + Guid.NewGuid().ToString("N"));

    /// <summary>The texts of all files, by name.</summary>
    public IReadOnlyDictionary<string, string> Files
        => Directory.GetFiles(Path).ToDictionary(static file => System.IO.Path.GetFileName(file), File.ReadAllText);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
