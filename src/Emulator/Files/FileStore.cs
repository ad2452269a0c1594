using System.Globalization;

namespace GeminiGen.Emulator.Files;

/// <summary>The files of the one project there is. Expired ones are gone.</summary>
internal sealed class FileStore(GeminiEmulatorOptions options)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private int _started;

    public StoredFile Start(string? displayName, string mimeType, long length)
    {
        lock (_gate)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"emulated-{++_started:d6}");
            return _files[id] = new StoredFile(id, displayName, mimeType, length);
        }
    }

    /// <summary>A file by its id; null when there is none, or when it has expired.</summary>
    public StoredFile? Find(string id)
    {
        lock (_gate)
        {
            if (_files.TryGetValue(id, out StoredFile? file) && file.IsComplete && file.Expires <= options.TimeProvider.GetUtcNow())
            {
                _files.Remove(id);
                return null;
            }

            return file;
        }
    }

    public IReadOnlyList<StoredFile> Complete()
    {
        lock (_gate)
        {
            return [.. _files.Values.Where(file => file.IsComplete && file.Expires > options.TimeProvider.GetUtcNow())];
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _files.Remove(id);
        }
    }

    /// <summary>Ends an upload.</summary>
    public void Finish(StoredFile file)
    {
        file.ProcessingReplies = options.FileProcessingReplies;
        file.Fails = options.FailFileProcessing;
        file.Completed = options.TimeProvider.GetUtcNow();
    }
}
