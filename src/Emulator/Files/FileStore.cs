using System.Globalization;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Files;

/// <summary>The files of the one project there is. Expired ones are gone.</summary>
internal sealed class FileStore(GeminiEmulatorOptions options)
{
    /// <summary>The API's limit for the files of a project: 20 GB.</summary>
    private const long MaxTotal = 20L * 1024 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private int _started;

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    /// <summary>Begins an upload.</summary>
    /// <exception cref="ApiErrorException">There is a file of that id, or no room.</exception>
    public StoredFile Start(string? wantedId, string? displayName, string mimeType, long length)
    {
        lock (_gate)
        {
            DropExpired();
            if (wantedId is not null && _files.ContainsKey(wantedId))
            {
                throw new ApiErrorException(ApiErrors.Exists($"The file {wantedId} already exists."));
            }

            if (_files.Values.Sum(file => file.Length) + length > MaxTotal)
            {
                throw new ApiErrorException(ApiErrors.StorageFull(MaxTotal));
            }

            string id = wantedId ?? string.Create(CultureInfo.InvariantCulture, $"emulated-{++_started:d6}");
            return _files[id] = new StoredFile(id, displayName, mimeType, length)
            {
                ProcessingReplies = options.FileProcessingReplies,
                ProcessingTime = options.FileProcessingTime,
                Fails = options.FailFileProcessing,
            };
        }
    }

    /// <summary>Adds a file that the API made itself.</summary>
    public StoredFile AddGenerated(string id, string displayName, string mimeType, byte[] content)
    {
        var file = new StoredFile(id, displayName, mimeType, content.Length) { IsGenerated = true };
        file.Append(content);
        file.Complete(Now);
        lock (_gate)
        {
            return _files[id] = file;
        }
    }

    /// <summary>An upload, complete or not, by its id; null when there is none, or when it has expired.</summary>
    public StoredFile? FindUpload(string id)
    {
        lock (_gate)
        {
            DropExpired();
            return _files.GetValueOrDefault(id);
        }
    }

    /// <exception cref="ApiErrorException">There is no complete file of that id, or it has expired.</exception>
    public StoredFile Find(string id) => FindUpload(id) is { IsComplete: true } file ? file : throw new ApiErrorException(ApiErrors.FileNotFound(id));

    /// <summary>Every complete file; the uploads that are still going on are nobody's business.</summary>
    public IReadOnlyList<StoredFile> Complete()
    {
        lock (_gate)
        {
            DropExpired();
            return [.. _files.Values.Where(file => file.IsComplete)];
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _files.Remove(id);
        }
    }

    private void DropExpired()
    {
        foreach (string id in _files.Values.Where(file => file.IsComplete && file.Expires <= Now).Select(file => file.Id).ToArray())
        {
            _files.Remove(id);
        }
    }
}
