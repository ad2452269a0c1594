using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Reads a body that is written as JSON text. What does not parse ends the reading; what was read before it stays.</summary>
internal sealed class JsonBodyReader
{
    private const int DeepestNesting = 60;

    private readonly JsonCharacters _characters;
    private readonly SyntaxNode _node;
    private int _at;
    private bool _isBroken;

    private JsonBodyReader(JsonCharacters characters, SyntaxNode node)
    {
        _characters = characters;
        _node = node;
    }

    /// <summary>Reads the characters; null where they are no object.</summary>
    public static BodyValue? Read(JsonCharacters characters, SyntaxNode node)
    {
        var reader = new JsonBodyReader(characters, node);
        reader.SkipSpace();
        return reader.Is('{') ? reader.ReadValue(0) : null;
    }

    /// <summary>Reads the characters; null where they are not one object and nothing else.</summary>
    public static BodyValue? ReadWhole(JsonCharacters characters, SyntaxNode node)
    {
        var reader = new JsonBodyReader(characters, node);
        reader.SkipSpace();
        BodyValue? body = reader.Is('{') ? reader.ReadValue(0) : null;
        reader.SkipSpace();
        return reader._isBroken || reader._at < characters.Count ? null : body;
    }

    private BodyValue ReadValue(int depth)
    {
        SkipSpace();
        if (depth > DeepestNesting || _at >= _characters.Count)
        {
            _isBroken = true;
            return new BodyValue(_node);
        }

        switch (_characters[_at])
        {
            case '{':
                return ReadObject(depth);
            case '[':
                return ReadArray(depth);
            case '"':
                return ReadText();
            default:
                return ReadOther();
        }
    }

    private BodyValue ReadObject(int depth)
    {
        var members = new List<BodyMember>();
        TextSpan? place = _characters.Cover(_at, _at + 1);
        _at++;
        SkipSpace();
        while (!_isBroken && !Take('}'))
        {
            if (!Is('"'))
            {
                // A member that is put in whole, or what is no JSON.
                if (!Is(JsonCharacters.Hole))
                {
                    _isBroken = true;
                    break;
                }

                _at++;
            }
            else
            {
                ReadMember(members, depth);
            }

            SkipSpace();
            Take(',');
            SkipSpace();
        }

        return new BodyValue(_node) { Members = members, Span = place };
    }

    private void ReadMember(List<BodyMember> members, int depth)
    {
        BodyValue name = ReadText();
        SkipSpace();
        if (!Take(':'))
        {
            _isBroken = true;
            return;
        }

        BodyValue value = ReadValue(depth + 1);
        if (name.Text is { } text)
        {
            members.Add(new BodyMember(text, name.TextSpan ?? _node.Span, name.TextSpan is not null, value));
        }
    }

    private BodyValue ReadArray(int depth)
    {
        var items = new List<BodyValue>();
        TextSpan? place = _characters.Cover(_at, _at + 1);
        _at++;
        SkipSpace();
        while (!_isBroken && !Take(']'))
        {
            items.Add(ReadValue(depth + 1));
            SkipSpace();
            if (!Take(',') && !Is(']'))
            {
                _isBroken = true;
            }

            SkipSpace();
        }

        return new BodyValue(_node) { Items = items, Span = place };
    }

    private BodyValue ReadText()
    {
        int start = ++_at;
        var text = new StringBuilder();
        List<ExpressionSyntax> holes = [];
        bool isKnown = true;
        while (_at < _characters.Count && _characters[_at] != '"')
        {
            if (_characters.HoleAt(_at) is { } hole)
            {
                isKnown = false;
                holes.Add(hole);
            }
            else if (_characters[_at] == '\\')
            {
                // The value of an escape matters to nobody here.
                _at++;
            }

            if (_at < _characters.Count)
            {
                text.Append(_characters[_at]);
            }

            _at++;
        }

        int end = Math.Min(_at, _characters.Count);
        _isBroken |= _at >= _characters.Count;
        _at++;
        TextSpan? place = isKnown ? _characters.Place(start, end - start) : null;
        return new BodyValue(_node) { Text = isKnown ? text.ToString() : null, TextSpan = place, Holes = holes, Span = _characters.Cover(start - 1, end + 1) };
    }

    // Numbers, words, and what is put in as a whole value.
    private BodyValue ReadOther()
    {
        int start = _at;
        ExpressionSyntax? given = _characters.HoleAt(_at);
        while (_at < _characters.Count && _characters[_at] is not (',' or '}' or ']' or '{' or '[' or '"' or ':'))
        {
            _at++;
        }

        _isBroken |= _at == start;
        int end = _at;
        while (end > start && char.IsWhiteSpace(_characters[end - 1]))
        {
            end--;
        }

        object? constant = TextAt(start, end) switch
        {
            "true" => true,
            "false" => false,
            string text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null,
        };
        return new BodyValue(_node) { Given = given, Constant = constant, Span = _characters.Cover(start, end) };
    }

    private string TextAt(int start, int end) => new([.. Enumerable.Range(start, end - start).Select(index => _characters[index])]);

    private void SkipSpace()
    {
        while (_at < _characters.Count && char.IsWhiteSpace(_characters[_at]))
        {
            _at++;
        }
    }

    private bool Is(char character) => _at < _characters.Count && _characters[_at] == character;

    private bool Take(char character)
    {
        if (!Is(character))
        {
            // The end of the characters ends every object and array.
            _isBroken |= _at >= _characters.Count;
            return false;
        }

        _at++;
        return true;
    }
}
