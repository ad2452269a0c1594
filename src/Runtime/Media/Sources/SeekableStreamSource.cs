namespace GeminiGen;

/// <summary>A stream that can seek, from where it stands. It stays the caller's, and must stay open while calls use it.</summary>
internal sealed class SeekableStreamSource : MediaSource
{
    private readonly Stream _stream;
    private readonly long _start;
    private readonly long _length;

    // Calls that run at once share the stream's one position, so each chunk is a turn of its own.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Looks at the stream and leaves it where it stood.</summary>
    internal SeekableStreamSource(Stream stream)
    {
        _stream = stream;
        _start = stream.Position;
        _length = Math.Max(0, stream.Length - _start);
        byte[] sample = new byte[(int)Math.Min(_length, MediaTypeDetector.SampleSize)];
        stream.ReadExactly(sample);
        stream.Position = _start;
        DetectedType = MediaTypeDetector.Detect(sample, isWhole: sample.Length == _length);
    }

    internal override string Description => "the media's stream";

    internal override long? Length => _length;

    internal override string? DetectedType { get; }

    internal override MediaReader OpenReader() => new Reader(this);

    public override void Dispose()
    {
        _turn.Dispose();
        base.Dispose();
    }

    private sealed class Reader(SeekableStreamSource source) : MediaReader(source.Description)
    {
        private protected override async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            await source._turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                source._stream.Position = source._start + offset;
                return await source._stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                source._turn.Release();
            }
        }
    }
}
