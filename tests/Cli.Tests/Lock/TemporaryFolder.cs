namespace GeminiGen.Cli.Tests.Lock;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its full path.</summary>
    public string FullPath { get; } = Directory.CreateTempSubdirectory("geminigen-lock-").FullName;

    /// <summary>The full path of something in it.</summary>
    public string this[string path] => Path.Combine(FullPath, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Writes a file, with its folder.</summary>
    public string Write(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[path])!);
        File.WriteAllText(this[path], text);
        return this[path];
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
