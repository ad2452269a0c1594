using System.Buffers;

namespace GeminiGen;

/// <summary>A growing UTF-8 text in memory of the pool.</summary>
internal sealed class PooledUtf8Buffer : IDisposable
{
    private const int InitialSize = 2048;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(InitialSize);

    internal int Length { get; private set; }

    internal ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    internal ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, Length);

    internal void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Length += utf8.Length;
    }

    /// <summary>All free room, at least the size asked for.</summary>
    internal Span<byte> GetSpan(int atLeast)
    {
        if (_bytes.Length - Length < atLeast)
        {
            Grow(atLeast);
        }

        return _bytes.AsSpan(Length);
    }

    internal void Advance(int count) => Length += count;

    /// <summary>Puts bytes before what stands at a position.</summary>
    internal void Insert(int position, ReadOnlySpan<byte> utf8) => utf8.CopyTo(InsertSpace(position, utf8.Length));

    /// <summary>Makes room before what stands at a position.</summary>
    /// <returns>The room, to be filled at once.</returns>
    internal Span<byte> InsertSpace(int position, int count)
    {
        GetSpan(count);
        _bytes.AsSpan(position, Length - position).CopyTo(_bytes.AsSpan(position + count));
        Length += count;
        return _bytes.AsSpan(position, count);
    }

    /// <summary>Drops what stands at the start.</summary>
    internal void RemoveStart(int count)
    {
        if (count > 0)
        {
            _bytes.AsSpan(count, Length - count).CopyTo(_bytes);
            Length -= count;
        }
    }

    /// <summary>Drops what was written after the given length.</summary>
    internal void Truncate(int length) => Length = length;

    public void Dispose()
    {
        byte[] bytes = Interlocked.Exchange(ref _bytes, []);
        Length = 0;
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Grow(int atLeast)
    {
        int size = (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Length + atLeast));
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
