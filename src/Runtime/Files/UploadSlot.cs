namespace GeminiGen;

/// <summary>Remembers the file that a client made of some media, so that it is uploaded once for any number of calls, also at once.</summary>
internal sealed class UploadSlot : IDisposable
{
    // A file about to expire is uploaded again rather than risked.
    internal static readonly TimeSpan Margin = TimeSpan.FromMinutes(30);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private GeminiFiles? _owner;
    private GeminiFile? _file;

    public void Dispose() => _turn.Dispose();

    internal async Task<GeminiFile> GetAsync(GeminiFiles files, Media media, TimeProvider clock, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            bool isFresh = _owner == files && _file is not null && (_file.Expires is null || _file.Expires - Margin > clock.GetUtcNow());
            if (!isFresh)
            {
                _file = await files.UploadAsync(media, null, cancellationToken).ConfigureAwait(false);
                _owner = files;
            }

            return _file!;
        }
        finally
        {
            _turn.Release();
        }
    }
}
