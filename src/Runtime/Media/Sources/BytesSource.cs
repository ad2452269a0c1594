namespace GeminiGen;

/// <summary>Bytes in memory.</summary>
internal sealed class BytesSource : MediaSource
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal BytesSource(ReadOnlyMemory<byte> bytes)
    {
        _bytes = bytes;
        int sample = Math.Min(bytes.Length, MediaTypeDetector.SampleSize);
        DetectedType = MediaTypeDetector.Detect(bytes.Span[..sample], isWhole: sample == bytes.Length);
    }

    internal override string Description => "the media's bytes";

    internal override long? Length => _bytes.Length;

    internal override string? DetectedType { get; }

    internal override MediaReader OpenReader() => new Reader(_bytes, Description);

    /// <summary>Copies from memory.</summary>
    internal sealed class Reader(ReadOnlyMemory<byte> bytes, string description) : MediaReader(description)
    {
        private protected override ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken)
        {
            int count = (int)Math.Min(buffer.Length, bytes.Length - offset);
            bytes.Slice((int)offset, count).CopyTo(buffer);
            return new ValueTask<int>(count);
        }
    }
}
