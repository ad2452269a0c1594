namespace GeminiGen.Testing;

/// <summary>Hands on a body as it comes, and keeps its pieces.</summary>
/// <param name="inner">The body.</param>
/// <param name="finish">Told the pieces once, and whether they are not all.</param>
internal sealed class RecordingStream(Stream inner, Action<IReadOnlyList<byte[]>, bool> finish) : Stream
{
    private readonly List<byte[]> _pieces = [];
    private bool _isFinished;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Keep(inner.Read(buffer, offset, count), buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count;
        try
        {
            count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException)
        {
            Finish(isCut: true);
            throw;
        }

        return Keep(count, buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();

            // Left early: what came is what the code under test has seen, and a replay shows it the same.
            Finish(isCut: true);
        }

        base.Dispose(disposing);
    }

    private int Keep(int count, ReadOnlySpan<byte> buffer)
    {
        if (count > 0)
        {
            _pieces.Add(buffer[..count].ToArray());
        }
        else
        {
            Finish(isCut: false);
        }

        return count;
    }

    private void Finish(bool isCut)
    {
        if (!_isFinished)
        {
            _isFinished = true;
            finish(_pieces, isCut);
        }
    }
}
