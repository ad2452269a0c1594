using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Memo;

/// <summary>
/// The FNV-1a hash over 64 bits. Each step is a bijection of the state, so texts that differ in one place only never meet; others meet once in 2^64.
/// </summary>
internal struct ShapeHash
{
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const int BufferLength = 4096;
    private ulong _state;
    private char[]? _buffer;

    /// <summary>Starts an empty hash.</summary>
    public ShapeHash() => _state = OffsetBasis;

    /// <summary>The hash of all that was added.</summary>
    public readonly ulong Value => _state;

    /// <summary>Adds a number.</summary>
    public void Add(ulong value)
    {
        for (int shift = 0; shift < 64; shift += 16)
        {
            Add((char)(value >> shift));
        }
    }

    /// <summary>Adds a text and its length, so that two texts in a row are not one.</summary>
    public void Add(string value)
    {
        Add((ulong)value.Length);
        foreach (char c in value)
        {
            Add(c);
        }
    }

    /// <summary>Adds a part of a source text and its length.</summary>
    public void Add(SourceText text, TextSpan span)
    {
        Add((ulong)span.Length);
        char[] buffer = _buffer ??= new char[BufferLength];
        for (int position = span.Start; position < span.End;)
        {
            int count = Math.Min(buffer.Length, span.End - position);
            text.CopyTo(position, buffer, 0, count);
            Add(buffer, count);
            position += count;
        }
    }

    private void Add(char[] buffer, int count)
    {
        ulong state = _state;
        for (int i = 0; i < count; i++)
        {
            state = unchecked((state ^ buffer[i]) * Prime);
        }

        _state = state;
    }

    private void Add(char c) => _state = unchecked((_state ^ c) * Prime);
}
