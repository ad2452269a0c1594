using System.Text;

namespace GeminiGen;

/// <summary>
/// A template taken apart: <c>{name}</c> and <c>{name:format}</c> are placeholders, <c>{{</c> and <c>}}</c> are braces,
/// everything else is text. Line ends are read as <c>\n</c>, so that a prompt does not depend on how its file was checked out.
/// </summary>
internal sealed class PromptTemplate
{
    private readonly string _value;
    private readonly List<TemplatePart> _parts = [];
    private readonly List<TemplateError> _errors = [];
    private readonly StringBuilder _literal = new();
    private int _literalStart;
    private int _position;

    private PromptTemplate(string value) => _value = value;

    /// <summary>Literals and placeholders in order. Neighbouring literals are one part.</summary>
    public IReadOnlyList<TemplatePart> Parts => _parts;

    /// <summary>The syntax errors in order; what could be read stands in <see cref="Parts"/> all the same.</summary>
    public IReadOnlyList<TemplateError> Errors => _errors;

    /// <summary>Takes <paramref name="value"/> apart.</summary>
    public static PromptTemplate Parse(string value)
    {
        PromptTemplate template = new(value);
        template.Read();
        return template;
    }

    private void Read()
    {
        if (string.IsNullOrWhiteSpace(_value))
        {
            _errors.Add(new TemplateError(0, _value.Length, "the template is empty; write what the model should do"));
            return;
        }

        while (_position < _value.Length)
        {
            switch (_value[_position])
            {
                case '{' when Peek(1) == '{':
                case '}' when Peek(1) == '}':
                    AppendLiteral(_value[_position], length: 2);
                    break;
                case '{':
                    ReadPlaceholder();
                    break;
                case '}':
                    _errors.Add(new TemplateError(_position, 1, "'}' closes nothing; write '}}' for a brace", IsLoneBrace: true));
                    _position++;
                    break;
                case '\r' when Peek(1) == '\n':
                    AppendLiteral('\n', length: 2);
                    break;
                default:
                    AppendLiteral(_value[_position], length: 1);
                    break;
            }
        }

        FlushLiteral(end: _position);
    }

    private void ReadPlaceholder()
    {
        int start = _position;
        int end = _value.IndexOf('}', start);
        int nested = _value.IndexOf('{', start + 1);
        if (end < 0 || (nested >= 0 && nested < end))
        {
            _errors.Add(new TemplateError(start, 1, "'{' is not closed; write '{{' for a brace", IsLoneBrace: true));
            _position++;
            return;
        }

        _position = end + 1;
        int nameEnd = start + 1;
        while (nameEnd < end && IsNameCharacter(_value[nameEnd], first: nameEnd == start + 1))
        {
            nameEnd++;
        }

        string? format = null;
        if (nameEnd < end && _value[nameEnd] == ':' && nameEnd > start + 1)
        {
            format = _value.Substring(nameEnd + 1, end - nameEnd - 1);
            if (format.Length == 0)
            {
                _errors.Add(new TemplateError(nameEnd, 1, "the format behind ':' is empty; write one or remove the colon"));
                return;
            }
        }
        else if (nameEnd < end || nameEnd == start + 1)
        {
            ReportName(start, nameEnd, end);
            return;
        }

        FlushLiteral(end: start);
        _parts.Add(new TemplatePart(_value.Substring(start + 1, nameEnd - start - 1), true, format, start, end + 1 - start));
    }

    private void ReportName(int start, int nameEnd, int end)
    {
        if (end == start + 1)
        {
            _errors.Add(new TemplateError(start, 2, "the placeholder is empty; write a parameter's name between the braces, or '{{}}' for braces"));
        }
        else if (_value[nameEnd] == '@')
        {
            _errors.Add(new TemplateError(nameEnd, 1, "a placeholder holds the parameter's name as it is, keyword or not; remove the '@'"));
        }
        else if (_value[nameEnd] == ',')
        {
            _errors.Add(new TemplateError(nameEnd, end - nameEnd, "alignment is not supported in a placeholder; remove it"));
        }
        else if (char.IsWhiteSpace(_value[nameEnd]))
        {
            int length = 1;
            while (nameEnd + length < end && char.IsWhiteSpace(_value[nameEnd + length]))
            {
                length++;
            }

            _errors.Add(new TemplateError(nameEnd, length, "a placeholder holds a parameter's name and nothing else; remove the white space, or write '{{' and '}}' for braces"));
        }
        else
        {
            _errors.Add(new TemplateError(nameEnd, end - nameEnd, "a placeholder holds a parameter's name and nothing else; write '{{' and '}}' for braces"));
        }
    }

    private char Peek(int offset) => _position + offset < _value.Length ? _value[_position + offset] : '\0';

    private static bool IsNameCharacter(char character, bool first)
        => character == '_' || (first ? char.IsLetter(character) : char.IsLetterOrDigit(character));

    private void AppendLiteral(char character, int length)
    {
        if (_literal.Length == 0)
        {
            _literalStart = _position;
        }

        _literal.Append(character);
        _position += length;
    }

    private void FlushLiteral(int end)
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new TemplatePart(_literal.ToString(), false, null, _literalStart, end - _literalStart));
            _literal.Clear();
        }
    }
}
