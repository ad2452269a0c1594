namespace GeminiGen.Shared.Yaml;

/// <summary>
/// Reads the part of YAML 1.2 that front matter is written in: maps, lists, both in brackets too, plain and quoted scalars of one line, block scalars
/// and comments. Anchors, tags, directives and documents are refused where they stand. The compiler brings no reader of its own.
/// </summary>
internal sealed partial class YamlReader
{
    /// <summary>Deepest nesting that is read; deeper texts are refused instead of overflowing the stack of the compiler.</summary>
    public const int MaxDepth = 32;

    private readonly string _text;
    private readonly int _end;
    private int _position;
    private int _depth;

    private YamlReader(string text, int start, int end)
    {
        _text = text;
        _position = start;
        _end = end;
    }

    private char Current => _position < _end ? _text[_position] : '\0';

    /// <summary>Reads a part of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the part begins, at the start of a line.</param>
    /// <param name="end">Where it ends.</param>
    /// <exception cref="YamlSyntaxException">It cannot be read; the exception says why and where.</exception>
    public static YamlValue Parse(string text, int start, int end)
    {
        YamlReader reader = new(text, start, end);
        if (!reader.SkipToContent())
        {
            return YamlValue.Empty(start);
        }

        YamlValue value = reader.ReadBlock(reader.GetColumn());
        return reader.SkipToContent() ? throw reader.Error("this line belongs to nothing before it; check its indentation") : value;
    }

    /// <summary>Reads the value that begins here, at the given column.</summary>
    private YamlValue ReadBlock(int column)
    {
        if (++_depth > MaxDepth)
        {
            throw Error($"nested deeper than {MaxDepth} levels");
        }

        YamlValue value = IsItem() ? ReadList(column) : IsKey() ? ReadMap(column) : ReadInline(column);
        _depth--;
        return value;
    }

    private YamlValue ReadMap(int column)
    {
        int start = _position;
        int length = GetLineLength();
        List<YamlMember> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        while (SkipToContent() && GetColumn() >= column)
        {
            if (GetColumn() > column || IsItem())
            {
                throw Error("the line stands deeper than the name it belongs to; write a text of several lines as a block that begins with '|'");
            }

            if (!IsKey())
            {
                throw Error("a name and ':' are expected here");
            }

            YamlValue key = ReadKey();
            if (!names.Add(key.Text))
            {
                throw new YamlSyntaxException($"'{key.Text}' stands here a second time; remove one", key.Start, key.Length);
            }

            members.Add(new YamlMember(key, ReadMemberValue(column)));
        }

        return YamlValue.Map(members, start, length);
    }

    private YamlValue ReadList(int column)
    {
        int start = _position;
        int length = GetLineLength();
        List<YamlValue> items = [];
        while (SkipToContent() && GetColumn() == column && IsItem())
        {
            _position++;
            SkipBlanks();
            items.Add(IsLineEnd() ? ReadNested(column + 1)
                : Current is '|' or '>' ? ReadBlockScalar(column)
                : ReadBlock(GetColumn()));
        }

        return YamlValue.List(items, start, length);
    }

    /// <summary>The value of a name: on its line, or below it; a list may stand as far left as the name.</summary>
    private YamlValue ReadMemberValue(int column)
    {
        SkipBlanks();
        if (!IsLineEnd())
        {
            return ReadInline(column);
        }

        int empty = _position;
        return SkipToContent() && GetColumn() == column && IsItem() ? ReadBlock(column) : ReadNested(column + 1, empty);
    }

    private YamlValue ReadNested(int minColumn, int empty = -1)
    {
        empty = empty < 0 ? _position : empty;
        return SkipToContent() && GetColumn() >= minColumn ? ReadBlock(GetColumn()) : YamlValue.Empty(empty);
    }

    /// <summary>Reads a value on the line at hand, and that nothing follows it.</summary>
    private YamlValue ReadInline(int column)
    {
        if (Current is '|' or '>')
        {
            return ReadBlockScalar(column);
        }

        YamlValue value = Current is '[' or '{' ? ReadFlow() : ReadScalar(inFlow: false);
        SkipBlanks();
        return IsLineEnd() ? value : throw Error("nothing may follow the value on its line; put the text in quotes");
    }

    /// <summary>Whether an item of a list begins here.</summary>
    private bool IsItem() => Current == '-' && (_position + 1 >= _end || IsBlank(_text[_position + 1]) || IsLineBreak(_text[_position + 1]));

    /// <summary>Goes to the next character that is no white space and in no comment.</summary>
    /// <returns>False at the end.</returns>
    private bool SkipToContent()
    {
        while (_position < _end)
        {
            if (Current == '#')
            {
                SkipLine();
            }
            else if (Current == '\t' && IsIndentation())
            {
                throw Error("YAML is indented by blanks, not by tabs");
            }
            else if (IsBlank(Current) || IsLineBreak(Current))
            {
                _position++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private void SkipLine()
    {
        while (_position < _end && !IsLineBreak(Current))
        {
            _position++;
        }
    }

    private void SkipBlanks()
    {
        while (_position < _end && IsBlank(Current))
        {
            _position++;
        }
    }

    /// <summary>Whether the line ends here, but for a comment.</summary>
    private bool IsLineEnd() => _position >= _end || IsLineBreak(Current) || (Current == '#' && _position > 0 && IsBlank(_text[_position - 1]));

    private bool IsIndentation()
    {
        int start = _position - GetColumn();
        for (int i = start; i < _position; i++)
        {
            if (!IsBlank(_text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private int GetColumn()
    {
        int start = _position;
        while (start > 0 && !IsLineBreak(_text[start - 1]))
        {
            start--;
        }

        return _position - start;
    }

    private int GetLineLength()
    {
        int end = _position;
        while (end < _end && !IsLineBreak(_text[end]))
        {
            end++;
        }

        return end - _position;
    }

    private static bool IsBlank(char character) => character is ' ' or '\t';

    private static bool IsLineBreak(char character) => character is '\n' or '\r';

    /// <summary>An error that covers the rest of the line.</summary>
    private YamlSyntaxException Error(string message) => new(message, _position, GetLineLength());
}
