namespace GeminiGen;

/// <summary>
/// Cuts a JSON array that arrives in pieces into its elements, each as soon as it is complete. Every byte is looked at once, and what has been given
/// is forgotten.
/// </summary>
/// <param name="elements">Tells which kinds of element the array may have; asked where something stands before the array only.</param>
internal sealed class ItemSplitter(Func<JsonShapes> elements) : IDisposable
{
    private readonly PooledUtf8Buffer _text = new();
    private ValueScanner _scanner;
    private int _position;
    private int _start;
    private Stage _stage;
    private bool _isFirst = true;

    private enum Stage
    {
        /// <summary>Before the array.</summary>
        Outside,

        /// <summary>Inside of other JSON before the array.</summary>
        Foreign,

        /// <summary>Behind the opening bracket.</summary>
        AtFirst,

        /// <summary>Behind a comma.</summary>
        AtNext,

        /// <summary>Inside of an element.</summary>
        Inside,

        /// <summary>Behind an element.</summary>
        Behind,

        /// <summary>Behind the array.</summary>
        Closed,

        /// <summary>In the words behind the array, which do not matter.</summary>
        After,

        /// <summary>Where no JSON can go on.</summary>
        Broken,
    }

    /// <summary>Whether the whole array has arrived.</summary>
    internal bool IsClosed => _stage is Stage.Closed or Stage.After;

    /// <summary>Whether the text is no JSON array from the end of the last element on.</summary>
    internal bool IsBroken => _stage == Stage.Broken;

    /// <summary>Whether the array has begun.</summary>
    internal bool IsOpen => _stage > Stage.Foreign;

    /// <summary>How many elements have been given.</summary>
    internal int Count { get; private set; }

    /// <summary>What has arrived of the element on its way, and where none is, what has not been looked at.</summary>
    internal ReadOnlySpan<byte> Rest => _text.WrittenSpan[(_stage == Stage.Inside ? _start : _position)..];

    /// <summary>Adds a piece, once <see cref="TryNext"/> has given all that came before.</summary>
    internal void Append(ReadOnlySpan<byte> utf8)
    {
        if (_stage is Stage.After or Stage.Broken)
        {
            return;
        }

        // Once an element at most: then it starts at the buffer's start, and stays there.
        int done = _stage is Stage.Inside or Stage.Foreign ? _start : _position;
        _text.RemoveStart(done);
        _position -= done;
        _start = 0;
        _text.Append(utf8);
    }

    /// <summary>The next element, valid until the next piece is added.</summary>
    internal bool TryNext(out ReadOnlySpan<byte> element)
    {
        element = default;
        while (true)
        {
            ReadOnlySpan<byte> rest = _text.WrittenSpan[_position..];
            if (_stage == Stage.Inside)
            {
                bool hasEnded = _scanner.TryEnd(rest, out int length);
                _position += length;
                if (hasEnded)
                {
                    _stage = Stage.Behind;
                    Count++;
                    element = _text.WrittenSpan[_start.._position];
                }

                return hasEnded;
            }

            if (!Step(rest))
            {
                return false;
            }
        }
    }

    /// <summary>Starts again, with another array.</summary>
    internal void Reset()
    {
        _text.Truncate(0);
        _position = 0;
        _stage = Stage.Outside;
        _isFirst = true;
        Count = 0;
    }

    public void Dispose() => _text.Dispose();

    /// <summary>Goes on outside of an element; false when more has to arrive, or nothing can follow.</summary>
    private bool Step(ReadOnlySpan<byte> rest)
    {
        if (_stage == Stage.Foreign)
        {
            return PassForeign(rest);
        }

        int blank = rest.IndexOfAnyExcept(" \t\r\n"u8);
        if (_stage is Stage.After or Stage.Broken || blank < 0)
        {
            _position += rest.Length;
            return false;
        }

        _position += blank;
        if (_stage == Stage.Outside)
        {
            return FindStart(rest[blank..]);
        }

        Enter(rest[blank]);
        return true;
    }

    /// <summary>Takes the next byte of the array itself.</summary>
    private void Enter(byte next)
    {
        if (_stage == Stage.Closed)
        {
            _stage = EmbeddedJson.GoesOn(next) ? Stage.Broken : Stage.After;
        }
        else if (_stage == Stage.Behind)
        {
            _stage = next == (byte)',' ? Stage.AtNext : next == (byte)']' ? Stage.Closed : Stage.Broken;
            _position++;
        }
        else if (next == (byte)']' && _stage == Stage.AtFirst)
        {
            _stage = Stage.Closed;
            _position++;
        }
        else if (SchemaShapes.OfStart(next) == JsonShapes.None)
        {
            _stage = Stage.Broken;
        }
        else
        {
            _stage = Stage.Inside;
            _start = _position;
            _scanner = default;
        }
    }

    /// <summary>Passes other JSON before the array. What is broken hides where it ends, and so where the array begins.</summary>
    private bool PassForeign(ReadOnlySpan<byte> rest)
    {
        bool hasEnded = _scanner.TryEnd(rest, out int length);
        _position += length;
        if (hasEnded)
        {
            _stage = EmbeddedJson.MeasureValue(_text.WrittenSpan[_start.._position]) < 0 ? Stage.Broken : Stage.Outside;
        }

        return hasEnded;
    }

    /// <summary>Goes to the array's start: where the text starts, or behind the prose and the fence before it.</summary>
    private bool FindStart(ReadOnlySpan<byte> rest)
    {
        int mark = rest.IndexOfAny((byte)'[', (byte)'{');
        _isFirst &= mark == 0;
        _position += mark < 0 ? rest.Length : mark;
        JsonStart start = mark < 0 ? JsonStart.Unknown : EmbeddedJson.Classify(rest[mark..], JsonShapes.Array, _isFirst ? JsonShapes.None : elements());
        if (start == JsonStart.Unknown)
        {
            return false;
        }

        _isFirst = false;
        if (start == JsonStart.Foreign)
        {
            _stage = Stage.Foreign;
            _start = _position;
            _scanner = default;
        }
        else
        {
            _stage = start == JsonStart.Wanted ? Stage.AtFirst : Stage.Outside;
            _position++;
        }

        return true;
    }
}
