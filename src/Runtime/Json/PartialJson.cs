using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>
/// A JSON object that arrives in pieces, closed where it stands: what is not complete is left out, but for texts, objects and lists, which are shown
/// as far as they have come. New bytes are looked at once; whether they are valid JSON, the reader of the snapshots finds out.
/// </summary>
/// <param name="wanted">Tells the kinds of value that were asked for.</param>
internal sealed class PartialJson(Func<JsonShapes> wanted) : IDisposable
{
    private readonly PooledUtf8Buffer _text = new();
    private readonly PooledUtf8Buffer _closed = new();
    private readonly List<Frame> _frames = [];
    private Mode _mode = Mode.Outside;
    private int _position;
    private int _start;
    private int _tokenStart;
    private int _escape = -1;
    private int _escapeBefore = -1;
    private bool _hasName;

    private enum Mode
    {
        /// <summary>Before the object.</summary>
        Outside,

        /// <summary>Between tokens.</summary>
        Between,

        /// <summary>In a member's name.</summary>
        Name,

        /// <summary>In a text.</summary>
        Text,

        /// <summary>In a number or a word.</summary>
        Scalar,

        /// <summary>Behind the object, or where no object can be expected any more.</summary>
        Ended,
    }

    /// <summary>All the text so far.</summary>
    internal PooledUtf8Buffer Text => _text;

    /// <summary>Adds a piece.</summary>
    internal void Append(ReadOnlySpan<byte> utf8)
    {
        _text.Append(utf8);
        while (_position < _text.Length && _mode != Mode.Ended && Scan())
        {
        }
    }

    /// <summary>Starts again, with another object.</summary>
    internal void Reset()
    {
        _text.Truncate(0);
        _frames.Clear();
        _mode = Mode.Outside;
        _position = 0;
        _start = 0;
        _escape = _escapeBefore = -1;
        _hasName = false;
    }

    /// <summary>The object so far; empty when nothing of it has arrived. Valid until the next call.</summary>
    /// <param name="type">How snapshots are read: what it knows as objects and lists may be shown in part.</param>
    internal ReadOnlyMemory<byte> Close(JsonTypeInfo type)
    {
        _closed.Truncate(0);
        if (_frames.Count == 0)
        {
            return _mode == Mode.Ended && _start < _position ? _text.WrittenMemory[_start.._position] : default;
        }

        int depth = FollowOpen(type, out bool showsText);
        _closed.Append(_text.WrittenSpan[_start..(showsText ? EndOfText() : _frames[depth - 1].Cut)]);
        _closed.Append(showsText ? "\""u8 : default);
        for (int i = depth - 1; i >= 0; i--)
        {
            _closed.Append(_frames[i].IsObject ? "}"u8 : "]"u8);
        }

        return _closed.WrittenMemory;
    }

    public void Dispose()
    {
        _text.Dispose();
        _closed.Dispose();
    }

    /// <summary>How many of the open objects and lists can be shown, and whether the text that is open inside of them can.</summary>
    private int FollowOpen(JsonTypeInfo type, out bool showsText)
    {
        JsonTypeInfo? current = type;
        showsText = false;
        for (int i = 0; i < _frames.Count; i++)
        {
            Frame frame = _frames[i];
            if (current?.Kind != (frame.IsObject ? JsonTypeInfoKind.Object : JsonTypeInfoKind.Enumerable))
            {
                return i;
            }

            current = frame.IsObject ? FindMember(current, frame) : current.Options.GetTypeInfo(current.ElementType!);
        }

        showsText = _mode == Mode.Text && current?.Type == typeof(string);
        return _frames.Count;
    }

    private JsonTypeInfo? FindMember(JsonTypeInfo type, Frame frame)
    {
        string name = Encoding.UTF8.GetString(_text.WrittenSpan[frame.NameStart..frame.NameEnd]);
        foreach (JsonPropertyInfo member in type.Properties)
        {
            if (member.Name == name)
            {
                return type.Options.GetTypeInfo(member.PropertyType);
            }
        }

        return null;
    }

    /// <summary>Where the open text can be cut: before an escape that is not complete, or is half of a character.</summary>
    private int EndOfText()
    {
        int end = _text.Length;
        if (_escape < _tokenStart)
        {
            return end;
        }

        int length = _escape + 1 < end && _text.WrittenSpan[_escape + 1] == (byte)'u' ? 6 : 2;
        bool isComplete = _escape + length <= end;
        int first = isComplete ? _escape : _escapeBefore >= _tokenStart && _escapeBefore + 6 == _escape && IsHighSurrogate(_escapeBefore) ? _escapeBefore : _escape;
        return !isComplete || (_escape + length == end && IsHighSurrogate(_escape)) ? first : end;
    }

    private bool IsHighSurrogate(int escape)
    {
        ReadOnlySpan<byte> text = _text.WrittenSpan[escape..];
        return text.Length >= 6 && text[1] == (byte)'u' && (text[2] | 0x20) == 'd' && text[3] is (byte)'8' or (byte)'9' or (byte)'a' or (byte)'b' or (byte)'A' or (byte)'B';
    }

    /// <summary>Goes over the next token, or a part of it; false when more has to arrive.</summary>
    private bool Scan()
    {
        switch (_mode)
        {
            case Mode.Outside:
                return FindStart();
            case Mode.Name or Mode.Text:
                ScanString();
                return true;
            case Mode.Scalar:
                int end = _text.WrittenSpan[_position..].IndexOfAny(ValueScanner.ScalarEnd);
                _position += end < 0 ? _text.Length - _position : end;
                if (end >= 0)
                {
                    EndValue();
                }

                return true;
            default:
                ScanStructure(_text.WrittenSpan[_position++]);
                return true;
        }
    }

    private bool FindStart()
    {
        ReadOnlySpan<byte> rest = _text.WrittenSpan[_position..];
        int mark = rest.IndexOfAny((byte)'{', (byte)'[');
        _position += mark < 0 ? rest.Length : mark;
        JsonStart start = mark < 0 ? JsonStart.Unknown : EmbeddedJson.Classify(rest[mark..], wanted(), JsonShapes.None);
        if (start == JsonStart.Unknown)
        {
            return false;
        }

        _start = _position;
        _mode = start == JsonStart.Prose ? Mode.Outside : start == JsonStart.Foreign ? Mode.Ended : Mode.Between;
        if (start != JsonStart.Wanted)
        {
            _position += start == JsonStart.Prose ? 1 : 0;
        }

        return true;
    }

    private void ScanStructure(byte next)
    {
        switch (next)
        {
            case (byte)'{' or (byte)'[':
                _frames.Add(new Frame(next == (byte)'{', _position, 0, 0));
                _hasName = false;
                break;
            case (byte)'}' or (byte)']':
                _frames.RemoveAt(_frames.Count - 1);
                EndValue();
                break;
            case (byte)'"':
                _mode = _frames[^1].IsObject && !_hasName ? Mode.Name : Mode.Text;
                _tokenStart = _position;
                break;
            case (byte)',' or (byte)':' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n':
                break;
            default:
                _mode = Mode.Scalar;
                break;
        }
    }

    private void ScanString()
    {
        // The byte after an escape's mark means nothing by itself.
        int from = _escape >= _tokenStart ? Math.Max(_position, Math.Min(_escape + 2, _text.Length)) : _position;
        ReadOnlySpan<byte> rest = _text.WrittenSpan[from..];
        int next = rest.IndexOfAny((byte)'"', (byte)'\\');
        if (next < 0)
        {
            _position = _text.Length;
            return;
        }

        _position = from + next + 1;
        if (rest[next] == (byte)'\\')
        {
            _escapeBefore = _escape;
            _escape = _position - 1;
            return;
        }

        if (_mode == Mode.Name)
        {
            _frames[^1] = _frames[^1] with { NameStart = _tokenStart, NameEnd = _position - 1 };
            _hasName = true;
            _mode = Mode.Between;
        }
        else
        {
            EndValue();
        }
    }

    private void EndValue()
    {
        _hasName = false;
        _mode = _frames.Count == 0 ? Mode.Ended : Mode.Between;
        if (_frames.Count > 0)
        {
            _frames[^1] = _frames[^1] with { Cut = _position };
        }
    }

    /// <summary>An open object or list.</summary>
    /// <param name="IsObject">Whether it is an object.</param>
    /// <param name="Cut">The end of its last complete child.</param>
    /// <param name="NameStart">The start of the name of the member at hand.</param>
    /// <param name="NameEnd">Its end.</param>
    private readonly record struct Frame(bool IsObject, int Cut, int NameStart, int NameEnd);
}
