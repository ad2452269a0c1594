using System.Runtime.CompilerServices;

namespace GeminiGen;

/// <summary>
/// The response's stream as the event parser sees it. A line that starts with a brace or bracket is no line of an event stream but a bare JSON
/// body (an error, mostly), which a parser of events would skip in silence: the parser sees the end there, and the JSON is kept.
/// </summary>
/// <param name="inner">The response's stream; disposed with the response.</param>
/// <param name="deadline">The stream's time limits.</param>
/// <param name="pause">How long a read may wait for the service once pauses are limited.</param>
internal sealed class EventStream(Stream inner, Deadline deadline, TimeSpan pause) : Stream
{
    // What may lie in the connection unread when a stream is left; beyond it the stream is closed as disposing closes it.
    private const int MaxReadsToAbort = 16;

    private PooledUtf8Buffer? _trailingJson;
    private bool _atLineStart = true;
    private bool _hasEnded;
    private int _closingBytes;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Whether each wait for the service has the limit of a pause, rather than all of them the limit of an attempt.</summary>
    internal bool LimitsPauses { get; set; }

    /// <summary>The start of the bare JSON that ended the events, if it did. The caller disposes it.</summary>
    internal PooledUtf8Buffer? TakeTrailingJson()
    {
        PooledUtf8Buffer? json = _trailingJson;
        _trailingJson = null;
        return json;
    }

    /// <summary>Reads what is left of the stream.</summary>
    internal async ValueTask DrainAsync(PooledUtf8Buffer target, CancellationToken cancellationToken)
    {
        byte[] chunk = new byte[4096];
        for (int read = -1; read != 0;)
        {
            read = await inner.ReadAsync(chunk, cancellationToken).ConfigureAwait(false);
            target.Append(chunk.AsSpan(0, read));
        }

        _hasEnded = true;
    }

    /// <summary>
    /// Closes the connection of a stream that is left before its end. Disposing the response alone lets HTTP/1.1 handlers wait for the rest (two seconds,
    /// unless they are told otherwise), in the hope of using the connection again; a read that is cancelled while it waits closes it at once.
    /// </summary>
    internal void Abort()
    {
        if (_hasEnded)
        {
            return;
        }

        using CancellationTokenSource source = new();
        try
        {
            ValueTask<int> reading = ReadRest(source.Token);

            // Not awaited: a stream that heeds no token would be waited for. That the read was cancelled is no news.
            _ = reading.AsTask().ContinueWith(
                static read => read.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            source.Cancel();
        }
        catch (Exception exception) when (exception is IOException or InvalidOperationException or OperationCanceledException)
        {
            // Broken already.
        }
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_trailingJson is not null)
        {
            return new ValueTask<int>(0);
        }

        // Most reads find their bytes already there: those pass without a state machine.
        ValueTask<int> reading = inner.ReadAsync(buffer, cancellationToken);
        return reading.IsCompletedSuccessfully
            ? new ValueTask<int>(Inspect(buffer.Span, reading.Result))
            : WaitAsync(reading, buffer);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>Passes over what has arrived; gives the read that waits for more.</summary>
    private ValueTask<int> ReadRest(CancellationToken cancellationToken)
    {
        byte[] rest = new byte[4096];
        for (int reads = 0; reads < MaxReadsToAbort && !_hasEnded; reads++)
        {
            ValueTask<int> reading = inner.ReadAsync(rest, cancellationToken);
            if (!reading.IsCompletedSuccessfully)
            {
                return reading;
            }

            _hasEnded = reading.Result == 0;
        }

        return default;
    }

    // The limit runs while the service is waited for, and only then: what the caller does with an item is not the stream's pause.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<int> WaitAsync(ValueTask<int> reading, Memory<byte> buffer)
    {
        if (!LimitsPauses)
        {
            int early = await reading.ConfigureAwait(false);
            return Inspect(buffer.Span, early);
        }

        deadline.Restart(pause);
        int read = await reading.ConfigureAwait(false);
        deadline.Restart(Timeout.InfiniteTimeSpan);
        return Inspect(buffer.Span, read);
    }

    private int Inspect(Span<byte> buffer, int read)
    {
        _hasEnded = read == 0;
        return _hasEnded ? CloseLastEvent(buffer) : KeepEvents(buffer[..read]);
    }

    private int KeepEvents(ReadOnlySpan<byte> bytes)
    {
        int position = 0;
        while (position < bytes.Length)
        {
            if (_atLineStart && bytes[position] is (byte)'{' or (byte)'[')
            {
                _trailingJson = new PooledUtf8Buffer();
                _trailingJson.Append(bytes[position..]);
                return position;
            }

            int lineEnd = bytes[position..].IndexOf((byte)'\n');
            _atLineStart = lineEnd >= 0;
            position = lineEnd < 0 ? bytes.Length : position + lineEnd + 1;
        }

        return bytes.Length;
    }

    // Services and proxies leave out the empty line after the last event; the parser would drop that event.
    private int CloseLastEvent(Span<byte> buffer)
    {
        if (_closingBytes == 2 || buffer.IsEmpty)
        {
            return 0;
        }

        _closingBytes++;
        buffer[0] = (byte)'\n';
        return 1;
    }
}
