using System.Buffers;

namespace GeminiGen;

/// <summary>Pieces of text in memory of the pool: they exist anyway, and are put together only when somebody asks for the whole.</summary>
internal struct PieceList
{
    private const int InitialSize = 128;

    private string[]? _pieces;
    private int _count;

    internal void Add(string piece)
    {
        if (_pieces is null)
        {
            _pieces = ArrayPool<string>.Shared.Rent(InitialSize);
        }
        else if (_count == _pieces.Length)
        {
            string[] larger = ArrayPool<string>.Shared.Rent(_count * 2);
            _pieces.CopyTo(larger, 0);
            Return(_pieces, _count);
            _pieces = larger;
        }

        _pieces[_count++] = piece;
    }

    internal void Clear() => _count = 0;

    /// <summary>The whole text.</summary>
    public override readonly string ToString() => _pieces is null ? "" : string.Concat((IEnumerable<string>)new ArraySegment<string>(_pieces, 0, _count));

    /// <summary>Gives the memory back; the list is empty afterwards.</summary>
    internal void Release()
    {
        if (_pieces is { } pieces)
        {
            _pieces = null;
            _count = 0;
            Return(pieces, pieces.Length);
        }
    }

    // The pool must not keep texts alive.
    private static void Return(string[] pieces, int used)
    {
        pieces.AsSpan(0, used).Clear();
        ArrayPool<string>.Shared.Return(pieces);
    }
}
