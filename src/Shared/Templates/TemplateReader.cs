using System.Text;

namespace GeminiGen;

/// <summary>
/// Reads a template: <c>{…}</c> is a tag, <c>{{</c> and <c>}}</c> are braces, everything else is text. A block's tag that stands alone on its
/// line takes the line with it, so that a prompt can be laid out over lines without sending empty ones.
/// </summary>
/// <param name="value">The template.</param>
/// <param name="start">Where it begins.</param>
/// <param name="isFile">Whether Dotprompt's markers are read.</param>
internal sealed partial class TemplateReader(string value, int start, bool isFile)
{
    private readonly StringBuilder _text = new();
    private readonly Stack<TemplateBlock> _open = new();
    private readonly List<TemplateError> _errors = [];
    private List<TemplateNode> _nodes = [];
    private int _position;

    /// <summary>The errors found.</summary>
    public IReadOnlyList<TemplateError> Errors => _errors;

    /// <summary>Whether an include was read.</summary>
    public bool HasIncludes { get; private set; }

    /// <summary>Whether blocks stand in each other deeper than is bound.</summary>
    public bool IsTooDeep { get; private set; }

    /// <summary>Reads all of it.</summary>
    public List<TemplateNode> Read()
    {
        if (IsBlank(start, value.Length))
        {
            _errors.Add(new TemplateError(start, value.Length - start, "the template is empty; write what the model should do"));
            return _nodes;
        }

        _position = start;
        while (_position < value.Length)
        {
            ReadNext();
        }

        while (_open.Count > 0)
        {
            TemplateBlock block = _open.Peek();
            _errors.Add(new TemplateError(block.Start, block.Length, $"'{{#{block.Keyword}}}' is not closed; write '{{/{block.Keyword}}}' where it ends"));
            Close();
        }

        FlushText();
        return _nodes;
    }

    private void ReadNext()
    {
        switch (value[_position])
        {
            case '{' when isFile && TryReadMarker():
                break;
            case '{' when Peek(1) == '{':
            case '}' when Peek(1) == '}':
                Append(value[_position], length: 2);
                break;
            case '{':
                ReadTag();
                break;
            case '}':
                _errors.Add(new TemplateError(_position, 1, "'}' closes nothing; write '}}' for a brace", Replacement: "}}"));
                _position++;
                break;
            case '\r' when Peek(1) == '\n':
                Append('\n', length: 2);
                break;
            default:
                Append(value[_position], length: 1);
                break;
        }
    }

    private void ReadTag()
    {
        int end = value.IndexOf('}', _position);
        int nested = value.IndexOf('{', _position + 1);
        if (end < 0 || (nested >= 0 && nested < end))
        {
            _errors.Add(new TemplateError(_position, 1, "'{' is not closed; write '{{' for a brace", Replacement: "{{"));
            _position++;
            return;
        }

        int tag = _position;
        switch (Peek(1))
        {
            case '#' or ':' or '/' when IsBlockTag(tag + 1):
                bool isAlone = TakeLine(tag, end + 1);
                _position = isAlone ? SkipLineEnd(end + 1) : end + 1;
                ReadBlockTag(tag, end);
                break;
            case '>':
                _position = end + 1;
                ReadInclude(tag, end);
                break;
            default:
                _position = end + 1;
                ReadPlaceholder(tag, end);
                break;
        }
    }

    private bool IsBlockTag(int sign) => sign + 1 < value.Length && (value[sign] != ':' || char.IsLetter(value[sign + 1]));

    /// <summary>Whether nothing but white space stands beside the tag on its line; what stands before it is taken back.</summary>
    private bool TakeLine(int tag, int end)
    {
        int lineStart = tag;
        while (lineStart > start && value[lineStart - 1] is ' ' or '\t')
        {
            lineStart--;
        }

        bool startsLine = lineStart == start || value[lineStart - 1] == '\n';
        int lineEnd = SkipBlanks(end);
        bool endsLine = lineEnd == value.Length || value[lineEnd] == '\n' || (value[lineEnd] == '\r' && lineEnd + 1 < value.Length && value[lineEnd + 1] == '\n');
        if (!startsLine || !endsLine)
        {
            return false;
        }

        _text.Length = Math.Max(0, _text.Length - (tag - lineStart));
        return true;
    }

    private int SkipBlanks(int position)
    {
        while (position < value.Length && value[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private int SkipLineEnd(int position)
    {
        position = SkipBlanks(position);
        position += position < value.Length && value[position] == '\r' ? 1 : 0;
        return position + (position < value.Length && value[position] == '\n' ? 1 : 0);
    }

    private bool IsBlank(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!char.IsWhiteSpace(value[i]))
            {
                return false;
            }
        }

        return true;
    }

    private char Peek(int offset) => _position + offset < value.Length ? value[_position + offset] : '\0';

    private void Append(char character, int length)
    {
        _text.Append(character);
        _position += length;
    }

    private void Add(TemplateNode node)
    {
        FlushText();
        _nodes.Add(node);
    }

    private void FlushText()
    {
        if (_text.Length > 0)
        {
            _nodes.Add(new TemplateNode.Text(_text.ToString()));
            _text.Clear();
        }
    }
}
