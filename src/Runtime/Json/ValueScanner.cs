using System.Buffers;

namespace GeminiGen;

/// <summary>Finds the end of a JSON value that arrives in pieces, and looks at each byte once. Whether it is valid JSON, its reader finds out.</summary>
internal struct ValueScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"{}[]"u8);

    private int _depth;
    private bool _isStarted;
    private bool _isScalar;
    private bool _isInString;
    private bool _isEscaped;

    /// <summary>What ends a number or a word.</summary>
    internal static SearchValues<byte> ScalarEnd { get; } = SearchValues.Create(",]} \t\r\n"u8);

    /// <summary>Looks at the bytes that follow those seen before.</summary>
    /// <param name="bytes">The bytes; the first ones ever start with the value's own first byte.</param>
    /// <param name="length">How many of them belong to the value.</param>
    /// <returns>Whether the value ends in them.</returns>
    internal bool TryEnd(ReadOnlySpan<byte> bytes, out int length)
    {
        length = bytes.Length;
        if (bytes.IsEmpty)
        {
            return false;
        }

        if (!_isStarted)
        {
            _isStarted = true;
            _isScalar = bytes[0] is not ((byte)'{' or (byte)'[' or (byte)'"');
        }

        if (_isScalar)
        {
            int end = bytes.IndexOfAny(ScalarEnd);
            length = end < 0 ? bytes.Length : end;
            return end >= 0;
        }

        return TryEndStructure(bytes, out length);
    }

    private bool TryEndStructure(ReadOnlySpan<byte> bytes, out int length)
    {
        int position = 0;
        while (position < bytes.Length)
        {
            if (_isInString)
            {
                position = SkipString(bytes, position);
            }
            else
            {
                int next = bytes[position..].IndexOfAny(Structure);
                if (next < 0)
                {
                    break;
                }

                position += next;
                Count(bytes[position++]);
            }

            if (_depth == 0 && !_isInString)
            {
                length = position;
                return true;
            }
        }

        length = bytes.Length;
        return false;
    }

    private void Count(byte structure)
    {
        switch (structure)
        {
            case (byte)'"':
                _isInString = true;
                break;
            case (byte)'{' or (byte)'[':
                _depth++;
                break;
            default:
                _depth--;
                break;
        }
    }

    /// <summary>Goes behind a string's end, or to the end of the bytes.</summary>
    private int SkipString(ReadOnlySpan<byte> bytes, int position)
    {
        while (position < bytes.Length)
        {
            if (_isEscaped)
            {
                _isEscaped = false;
                position++;
                continue;
            }

            int next = bytes[position..].IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
            {
                return bytes.Length;
            }

            position += next + 1;
            if (bytes[position - 1] == (byte)'"')
            {
                _isInString = false;
                return position;
            }

            _isEscaped = true;
        }

        return position;
    }
}
