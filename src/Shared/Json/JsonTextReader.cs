namespace GeminiGen.Shared.Json;

/// <summary>
/// Reads one JSON text (RFC 8259) into values that know their place. Strict: no comments, no trailing commas, no duplicate names.
/// The compiler brings no JSON reader of its own that every host has, and those that exist do not tell where a value stands.
/// </summary>
internal sealed partial class JsonTextReader
{
    /// <summary>Deepest nesting that is read; deeper texts are refused instead of overflowing the stack of the compiler.</summary>
    public const int MaxDepth = 64;

    private readonly string _text;
    private int _offset;
    private int _line = 1;
    private int _lineStart;
    private int _depth;

    private JsonTextReader(string text)
    {
        _text = text;
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            _offset = _lineStart = 1;
        }
    }

    private JsonPosition Position => new(_offset, _line, _offset - _lineStart + 1);

    private char Current => _offset < _text.Length ? _text[_offset] : '\0';

    private bool AtEnd => _offset >= _text.Length;

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; a leading byte order mark is skipped.</param>
    /// <exception cref="JsonSyntaxException">The text is not JSON; the exception says why and where.</exception>
    public static JsonValue Parse(string text)
    {
        var reader = new JsonTextReader(text);
        reader.SkipWhiteSpace();
        JsonValue value = reader.ReadValue();
        reader.SkipWhiteSpace();
        return reader.AtEnd ? value : throw reader.Error("Expected the end of the text.");
    }

    private JsonValue ReadValue()
    {
        JsonPosition start = Position;
        switch (Current)
        {
            case '{':
                return Nested(() => ReadObject(start));
            case '[':
                return Nested(() => ReadArray(start));
            case '"':
                return JsonValue.Scalar(JsonKind.String, start, ReadString());
            case '-' or (>= '0' and <= '9'):
                return JsonValue.Scalar(JsonKind.Number, start, ReadNumber());
            case 't':
                return ReadLiteral("true", JsonKind.True);
            case 'f':
                return ReadLiteral("false", JsonKind.False);
            case 'n':
                return ReadLiteral("null", JsonKind.Null);
            default:
                throw Error(AtEnd ? "Expected a value, found the end of the text." : "Expected a value.");
        }
    }

    private JsonValue Nested(Func<JsonValue> read)
    {
        if (++_depth > MaxDepth)
        {
            throw Error($"Nested deeper than {MaxDepth} levels.");
        }

        JsonValue value = read();
        _depth--;
        return value;
    }

    private JsonValue ReadObject(JsonPosition start)
    {
        var members = new List<JsonMember>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        _offset++;
        SkipWhiteSpace();
        if (TryTake('}'))
        {
            return JsonValue.Object(start, members);
        }

        do
        {
            SkipWhiteSpace();
            JsonPosition namePosition = Position;
            string name = Current == '"' ? ReadString() : throw Error("Expected a member name in double quotes.");
            if (!names.Add(name))
            {
                throw new JsonSyntaxException($"The name '{name}' stands twice in one object.", namePosition);
            }

            SkipWhiteSpace();
            Take(':', "Expected ':' after the member name.");
            SkipWhiteSpace();
            members.Add(new JsonMember(name, namePosition, ReadValue()));
            SkipWhiteSpace();
        }
        while (TryTake(','));

        Take('}', "Expected ',' or '}'.");
        return JsonValue.Object(start, members);
    }

    private JsonValue ReadArray(JsonPosition start)
    {
        var items = new List<JsonValue>();
        _offset++;
        SkipWhiteSpace();
        if (TryTake(']'))
        {
            return JsonValue.Array(start, items);
        }

        do
        {
            SkipWhiteSpace();
            items.Add(ReadValue());
            SkipWhiteSpace();
        }
        while (TryTake(','));

        Take(']', "Expected ',' or ']'.");
        return JsonValue.Array(start, items);
    }

    private JsonValue ReadLiteral(string literal, JsonKind kind)
    {
        JsonPosition start = Position;
        if (string.CompareOrdinal(_text, _offset, literal, 0, literal.Length) != 0)
        {
            throw Error("Expected a value.");
        }

        _offset += literal.Length;
        return JsonValue.Literal(kind, start);
    }

    private void SkipWhiteSpace()
    {
        while (!AtEnd && Current is ' ' or '\t' or '\r' or '\n')
        {
            if (_text[_offset++] == '\n')
            {
                _line++;
                _lineStart = _offset;
            }
        }
    }

    private bool TryTake(char expected)
    {
        bool taken = !AtEnd && Current == expected;
        _offset += taken ? 1 : 0;
        return taken;
    }

    private void Take(char expected, string message)
    {
        if (!TryTake(expected))
        {
            throw Error(message);
        }
    }

    private JsonSyntaxException Error(string message) => new(message, Position);
}
