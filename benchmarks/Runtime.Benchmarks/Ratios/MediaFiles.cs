namespace GeminiGen.Benchmarks.Ratios;

/// <summary>Pictures of given lengths, in memory and on disk: a PNG's first bytes, and zeros.</summary>
internal sealed class MediaFiles : IDisposable
{
    private readonly Dictionary<int, byte[]> _bytes = [];
    private readonly Dictionary<int, string> _paths = [];

    internal MediaFiles(params int[] lengths)
    {
        foreach (int length in lengths)
        {
            byte[] bytes = new byte[length];
            bytes[0] = 0x89;
            "PNG\r\n\u001a\n"u8.CopyTo(bytes.AsSpan(1));
            string path = System.IO.Path.GetTempFileName();
            File.WriteAllBytes(path, bytes);
            _bytes.Add(length, bytes);
            _paths.Add(length, path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string path in _paths.Values)
        {
            File.Delete(path);
        }
    }

    internal byte[] Bytes(int length) => _bytes[length];

    internal string Path(int length) => _paths[length];
}
