using GeminiGen.Emulator.Endpoints;

namespace GeminiGen.Emulator.Observing;

/// <summary>The body of a response on its way out: counted, kept up to a limit, and cut where a script says so.</summary>
internal sealed class ResponseTap(Stream inner, int keptBytes) : Stream
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private long _cutAfter = long.MaxValue;
    private int _kept;

    /// <summary>How many bytes were sent.</summary>
    public long Sent { get; private set; }

    /// <summary>What was sent, piece by piece as it was written, up to the limit.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Pieces => _pieces;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Breaks the connection after so many bytes.</summary>
    public void CutAfter(long bytes) => _cutAfter = bytes;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        bool cuts = buffer.Length > _cutAfter - Sent;
        buffer = cuts ? buffer[..(int)(_cutAfter - Sent)] : buffer;
        if (buffer.Length > 0)
        {
            Keep(buffer);
            Sent += buffer.Length;
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        if (cuts)
        {
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
            throw new StreamBrokenException();
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override void Flush() => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Keep(ReadOnlyMemory<byte> buffer)
    {
        int length = Math.Min(buffer.Length, keptBytes - _kept);
        if (length > 0)
        {
            _kept += length;
            _pieces.Add(buffer[..length].ToArray());
        }
    }
}
