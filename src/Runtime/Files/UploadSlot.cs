namespace GeminiGen;

/// <summary>Remembers the file that a client made of some media, so that it is uploaded once for any number of calls, also at once.</summary>
internal sealed class UploadSlot : IDisposable, IAsyncDisposable
{
    // A file about to expire is uploaded again rather than risked.
    internal static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _turn = new(1, 1);

    // The file is the last one of these, if it has not expired.
    private readonly List<GeminiFile> _uploaded = [];
    private GeminiFiles? _owner;

    public void Dispose() => _turn.Dispose();

    /// <summary>Deletes at the API what was uploaded, where that was asked for.</summary>
    /// <exception cref="GeminiException">It could not be deleted.</exception>
    public async ValueTask DisposeAsync()
    {
        while (_uploaded.Count > 0)
        {
            GeminiFile file = _uploaded[^1];
            _uploaded.RemoveAt(_uploaded.Count - 1);
            await file.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal async Task<GeminiFile> GetAsync(GeminiFiles files, Media media, TimeProvider clock, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            GeminiFile? file = _owner == files && _uploaded.Count > 0 ? _uploaded[^1] : null;
            if (file is null || (file.Expires is { } expires && expires - Margin <= clock.GetUtcNow()))
            {
                file = await files.UploadAsync(media, media.Upload, cancellationToken).ConfigureAwait(false);
                _uploaded.Add(file);
                _owner = files;
            }

            return file;
        }
        finally
        {
            _turn.Release();
        }
    }
}
