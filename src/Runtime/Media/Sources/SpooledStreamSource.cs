namespace GeminiGen;

/// <summary>
/// A stream that can be read once only. The first call that needs it reads it to its end: into memory up to <see cref="MemoryLimit"/> bytes,
/// beyond that into a temporary file, which the system deletes when it is closed.
/// </summary>
/// <param name="stream">The stream; it stays the caller's.</param>
internal sealed class SpooledStreamSource(Stream stream) : MediaSource
{
    /// <summary>The most bytes kept in memory: 1 MiB.</summary>
    internal const int MemoryLimit = 1 << 20;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private long? _length;
    private string? _type;
    private ReadOnlyMemory<byte> _memory;
    private FileStream? _file;
    private GeminiMediaException? _failure;

    internal override string Description => "the media's stream";

    internal override long? Length => _length;

    internal override string? DetectedType => _type;

    internal override async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_failure is not null)
            {
                throw _failure;
            }

            if (_length is null)
            {
                await SpoolAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not GeminiMediaException)
        {
            // What was read of the stream cannot be read again.
            _failure = new GeminiMediaException(
                $"The media's stream was not read to its end ({exception.Message}) and cannot be read again. Make a new Media from a new stream.", exception);
            _file?.Dispose();
            if (exception is OperationCanceledException)
            {
                throw;
            }

            throw _failure;
        }
        finally
        {
            _turn.Release();
        }
    }

    internal override MediaReader OpenReader()
    {
        if (_file is null)
        {
            return new BytesSource.Reader(_memory, Description);
        }

        return !_file.CanRead
            ? throw new GeminiMediaException("The media's stream was read into a temporary file, which is gone because the Media was disposed. Dispose it after its last call.")
            : new Reader(_file, Description);
    }

    public override void Dispose()
    {
        _file?.Dispose();
        _turn.Dispose();
        base.Dispose();
    }

    private async ValueTask SpoolAsync(CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        MemoryStream start = new();
        long length = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (_file is null && length + read > MemoryLimit)
            {
                _file = CreateTemporaryFile();
                await RandomAccess.WriteAsync(_file.SafeFileHandle, start.GetBuffer().AsMemory(0, (int)start.Length), 0, cancellationToken).ConfigureAwait(false);
            }

            if (_file is null)
            {
                start.Write(buffer.AsSpan(0, read));
            }
            else
            {
                await RandomAccess.WriteAsync(_file.SafeFileHandle, buffer.AsMemory(0, read), length, cancellationToken).ConfigureAwait(false);
            }

            length += read;
        }

        ReadOnlyMemory<byte> kept = start.GetBuffer().AsMemory(0, (int)start.Length);
        int sample = (int)Math.Min(kept.Length, MediaTypeDetector.SampleSize);
        _type = MediaTypeDetector.Detect(kept.Span[..sample], isWhole: sample == length);
        _memory = _file is null ? kept : default;
        _length = length;
    }

    private static FileStream CreateTemporaryFile()
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            // The folder may be everybody's.
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), "geminigen-" + Path.GetRandomFileName()), options);
    }

    /// <summary>Reads the temporary file, which stays open for the next attempt.</summary>
    private sealed class Reader(FileStream file, string description) : MediaReader(description)
    {
        private protected override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
            => RandomAccess.ReadAsync(file.SafeFileHandle, buffer, offset, cancellationToken);
    }
}
