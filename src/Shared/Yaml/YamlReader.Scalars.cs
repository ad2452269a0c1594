using System.Text;

namespace GeminiGen.Shared.Yaml;

/// <content>Scalars, names, and collections in brackets.</content>
internal sealed partial class YamlReader
{
    /// <summary>Whether a name and a colon stand here.</summary>
    private bool IsKey()
    {
        int start = _position;
        try
        {
            if (Current is '"' or '\'')
            {
                ReadQuoted();
                SkipBlanks();
                return IsColon();
            }

            return Current is not ('[' or '{' or '|' or '>') && FindColon() >= 0;
        }
        finally
        {
            _position = start;
        }
    }

    private YamlValue ReadKey()
    {
        YamlValue key;
        if (Current is '"' or '\'')
        {
            key = ReadQuoted();
            SkipBlanks();
        }
        else
        {
            CheckIndicator();
            int start = _position;
            _position = FindColon();
            int end = _position;
            while (end > start && IsBlank(_text[end - 1]))
            {
                end--;
            }

            key = YamlValue.Scalar(_text.Substring(start, end - start), start, end - start, isQuoted: false);
        }

        _position++;
        return key.Text.Length > 0 ? key : throw new YamlSyntaxException("a name is missing before ':'", key.Start, 1);
    }

    /// <summary>The colon behind a plain name on this line; -1 when there is none.</summary>
    private int FindColon()
    {
        int start = _position;
        for (; _position < _end && !IsLineBreak(Current) && !IsComment(); _position++)
        {
            if (IsColon())
            {
                int colon = _position;
                _position = start;
                return colon;
            }
        }

        _position = start;
        return -1;
    }

    private bool IsColon() => Current == ':' && (_position + 1 >= _end || IsBlank(_text[_position + 1]) || IsLineBreak(_text[_position + 1]));

    private bool IsComment() => Current == '#' && _position > 0 && (IsBlank(_text[_position - 1]) || IsLineBreak(_text[_position - 1]));

    private YamlValue ReadScalar(bool inFlow)
    {
        if (Current is '"' or '\'')
        {
            return ReadQuoted();
        }

        CheckIndicator();
        int start = _position;
        for (; _position < _end && !IsLineBreak(Current) && !IsComment(); _position++)
        {
            if (inFlow && Current is (',' or '[' or ']' or '{' or '}'))
            {
                break;
            }

            if (inFlow && Current == ':' && (IsColon() || _text[_position + 1] is (',' or ']' or '}')))
            {
                break;
            }

            if (IsColon())
            {
                throw new YamlSyntaxException("a text with ': ' in it stands in quotes", _position, 1);
            }
        }

        int end = _position;
        while (end > start && IsBlank(_text[end - 1]))
        {
            end--;
        }

        return YamlValue.Scalar(_text.Substring(start, end - start), start, end - start, isQuoted: false);
    }

    /// <summary>Refuses what begins with a sign that YAML gives a meaning we do not read.</summary>
    private void CheckIndicator()
    {
        string? fault = Current switch
        {
            '&' or '*' => "anchors are not read; write the value where it belongs, or put a text in quotes",
            '!' => "tags are not read; remove it, or put a text in quotes",
            '%' or '@' or '`' => $"a text that begins with '{Current}' stands in quotes",
            '?' when _position + 1 >= _end || IsBlank(_text[_position + 1]) || IsLineBreak(_text[_position + 1]) => "names written with '?' are not read; write 'name: value'",
            _ => null,
        };
        if (fault is not null)
        {
            throw new YamlSyntaxException(fault, _position, 1);
        }
    }

    private YamlValue ReadQuoted()
    {
        int start = _position;
        char quote = Current;
        StringBuilder text = new();
        _position++;
        while (true)
        {
            if (_position >= _end || IsLineBreak(Current))
            {
                throw new YamlSyntaxException("a text in quotes ends on its line; write one of several lines as a block that begins with '|'", start, _position - start);
            }

            char character = Current;
            if (character == quote && quote == '\'' && _position + 1 < _end && _text[_position + 1] == quote)
            {
                text.Append(quote);
                _position += 2;
            }
            else if (character == quote)
            {
                _position++;
                return YamlValue.Scalar(text.ToString(), start, _position - start, isQuoted: true);
            }
            else if (character == '\\' && quote == '"')
            {
                ReadEscape(text);
            }
            else
            {
                text.Append(character);
                _position++;
            }
        }
    }

    private void ReadEscape(StringBuilder text)
    {
        int start = _position;
        bool isEscape = YamlEscape.TryRead(_text, start, _end, out string value, out int length);
        _position += length;
        if (!isEscape)
        {
            string hint = length > 2 ? "" : "; a backslash is written '\\\\'";
            throw new YamlSyntaxException("the escape is none of YAML" + hint, start, Math.Min(length, _end - start));
        }

        text.Append(value);
    }

    private YamlValue ReadFlow()
    {
        if (++_depth > MaxDepth)
        {
            throw Error($"nested deeper than {MaxDepth} levels");
        }

        int start = _position;
        char close = Current == '[' ? ']' : '}';
        List<YamlValue> items = [];
        List<YamlMember> members = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        _position++;
        while (true)
        {
            SkipToFlowContent(start);
            if (Current == close)
            {
                break;
            }

            if (close == ']')
            {
                items.Add(ReadFlowValue());
            }
            else
            {
                members.Add(ReadFlowMember(names, start));
            }

            SkipToFlowContent(start);
            if (Current == ',')
            {
                _position++;
            }
            else if (Current != close)
            {
                throw new YamlSyntaxException($"',' or '{close}' is expected here", _position, 1);
            }
        }

        _position++;
        _depth--;
        return close == ']' ? YamlValue.List(items, start, _position - start) : YamlValue.Map(members, start, _position - start);
    }

    private YamlValue ReadFlowValue()
    {
        int start = _position;
        YamlValue value = Current is '[' or '{' ? ReadFlow() : ReadScalar(inFlow: true);
        return _position > start ? value : throw new YamlSyntaxException("a value is missing here", _position, 1);
    }

    private YamlMember ReadFlowMember(HashSet<string> names, int start)
    {
        YamlValue key = Current is '[' or '{' ? throw new YamlSyntaxException("a name is expected here", _position, 1) : ReadFlowValue();
        if (!names.Add(key.Text))
        {
            throw new YamlSyntaxException($"'{key.Text}' stands here a second time; remove one", key.Start, key.Length);
        }

        SkipToFlowContent(start);
        if (Current != ':')
        {
            return new YamlMember(key, YamlValue.Empty(_position));
        }

        _position++;
        SkipToFlowContent(start);
        return new YamlMember(key, Current is ',' or '}' ? YamlValue.Empty(_position) : ReadFlowValue());
    }

    private void SkipToFlowContent(int start)
    {
        if (!SkipToContent())
        {
            throw new YamlSyntaxException("the bracket is not closed", start, 1);
        }
    }
}
