using System.Text;

namespace GeminiGen;

/// <summary>
/// Reads the part of Handlebars that prompt files are written in, into the same nodes as our own templates: <c>{{…}}</c> is a tag, everything else is
/// text. Helpers are code of other tools, so they are refused where they stand.
/// </summary>
/// <param name="value">The template.</param>
/// <param name="start">Where it begins.</param>
internal sealed partial class HandlebarsReader(string value, int start)
{
    private const string Tags = "'{{name}}', '{{#if}}', '{{#unless}}', '{{#each}}', '{{else}}', '{{> file}}', '{{role \"…\"}}' and '{{media url=name}}'";

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
        if (string.IsNullOrWhiteSpace(value.Substring(start)))
        {
            Refuse(start, value.Length, "the template is empty; write what the model should do");
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
            Refuse(block.Start, block.Start + block.Length, $"'{{{{#{block.Keyword}}}}}' is not closed; write '{{{{/{block.Keyword}}}}}' where it ends");
            Close();
        }

        FlushText();
        return _nodes;
    }

    private void ReadNext()
    {
        if (StartsWith(_position, "\\{{"))
        {
            _text.Append("{{");
            _position += 3;
        }
        else if (StartsWith(_position, "{{"))
        {
            ReadTag();
        }
        else if (StartsWith(_position, "\r\n"))
        {
            _text.Append('\n');
            _position += 2;
        }
        else
        {
            _text.Append(value[_position++]);
        }
    }

    private void ReadTag()
    {
        int tag = _position;
        string closing = StartsWith(tag, "{{!--") ? "--}}" : "}}";
        int end = value.IndexOf(closing, tag + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            Refuse(tag, tag + 2, $"'{{{{' is not closed; write '{closing}' behind it, or '\\{{{{' for the braces themselves");
            _position = tag + 2;
            return;
        }

        int behind = end + closing.Length;
        int position = SkipBlanks(tag + 2, end);
        char sign = position < end ? value[position] : '\0';
        bool takesLine = sign is '#' or '/' or '^' or '!' || IsWord(position, end, "else") || IsWord(position, end, "role");
        _position = takesLine && TakeLine(tag, behind) ? SkipLineEnd(behind) : behind;
        if (sign is '{' or '&' or '~' || (value[end - 1] == '~' && sign != '!'))
        {
            _position += sign == '{' && _position < value.Length && value[_position] == '}' ? 1 : 0;
            Refuse(tag, _position, "values are never escaped and lines never joined; write two braces and no '&' or '~'");
            return;
        }

        ReadTag(tag, position, end, behind, sign);
    }

    private void ReadTag(int tag, int position, int end, int behind, char sign)
    {
        switch (sign)
        {
            case '!':
                break;
            case '#':
                ReadOpening(tag, position + 1, end, behind);
                break;
            case '/':
                ReadClosing(tag, position + 1, end, behind);
                break;
            case '^':
                ReadElse(tag, position + 1, end, behind);
                break;
            case '>':
                ReadInclude(position + 1, tag, end, behind);
                break;
            case var _ when IsWord(position, end, "else"):
                ReadElse(tag, position + 4, end, behind);
                break;
            case var _ when IsWord(position, end, "role"):
                ReadRole(SkipBlanks(position + 4, end), tag, end, behind);
                break;
            case var _ when IsWord(position, end, "media"):
                ReadMedia(SkipBlanks(position + 5, end), tag, end, behind);
                break;
            default:
                ReadPlaceholder(position, tag, end, behind);
                break;
        }
    }

    private void ReadPlaceholder(int position, int tag, int end, int behind)
    {
        int first = position;
        if (ReadPath(ref position, end) is not { } path)
        {
            Refuse(tag, behind, $"this is no tag; the tags are {Tags}");
            return;
        }

        if (SkipBlanks(position, end) == end)
        {
            if (path.Names.Count == 1 && path.Names[0].Text == "history")
            {
                Refuse(first, position, "a history is given as a parameter of type 'Conversation', and goes before the last turn; remove the tag");
                return;
            }

            Add(new TemplateNode.Placeholder(path, 0, null));
            return;
        }

        Refuse(first, end, $"'{path}' is called as a helper, and helpers are not known here; compute the value before the call. The tags are {Tags}");
    }

    private void ReadInclude(int position, int tag, int end, int behind)
    {
        position = SkipBlanks(position, end);
        string name = value.Substring(position, end - position).TrimEnd();
        bool isQuoted = name.Length > 2 && name[0] is '"' or '\'' && name[name.Length - 1] == name[0];
        if (isQuoted)
        {
            position++;
            name = name.Substring(1, name.Length - 2);
        }

        if (name.Length == 0 || (!isQuoted && name.IndexOf(' ') >= 0))
        {
            Refuse(tag, behind, "an include is the name of a file and nothing else, as in '{{> tone}}'");
            return;
        }

        HasIncludes = true;
        Add(new TemplateNode.Include(new TemplateName(name, position)));
    }

    private void ReadRole(int position, int tag, int end, int behind)
    {
        string text = value.Substring(position, end - position).TrimEnd();
        string name = text.Length > 2 && text[0] is '"' or '\'' && text[text.Length - 1] == text[0] ? text.Substring(1, text.Length - 2) : "";
        if (name is "user" or "model" or "system")
        {
            Add(new TemplateNode.Role(new TemplateName(name, position + 1)));
            return;
        }

        Refuse(tag, behind, "a role is written {{role \"user\"}}, {{role \"model\"}} or {{role \"system\"}}");
    }

    private void ReadMedia(int position, int tag, int end, int behind)
    {
        if (StartsWith(position, "url="))
        {
            position += 4;
            if (ReadPath(ref position, end) is { } path && SkipBlanks(position, end) == end)
            {
                Add(new TemplateNode.Placeholder(path, 0, null, isMedia: true));
                return;
            }
        }

        Refuse(tag, behind, "media are written {{media url=name}} with a parameter's name; the type is found by content");
    }

    /// <summary>Whether nothing but white space stands beside the tag on its line; what stands before it is taken back.</summary>
    private bool TakeLine(int tag, int behind)
    {
        int lineStart = tag;
        while (lineStart > start && value[lineStart - 1] is ' ' or '\t')
        {
            lineStart--;
        }

        int lineEnd = SkipBlanks(behind, value.Length);
        bool startsLine = lineStart == start || value[lineStart - 1] == '\n';
        bool endsLine = lineEnd == value.Length || value[lineEnd] == '\n' || StartsWith(lineEnd, "\r\n");
        if (!startsLine || !endsLine)
        {
            return false;
        }

        _text.Length = Math.Max(0, _text.Length - (tag - lineStart));
        return true;
    }

    private int SkipLineEnd(int position)
    {
        position = SkipBlanks(position, value.Length);
        position += position < value.Length && value[position] == '\r' ? 1 : 0;
        return position + (position < value.Length && value[position] == '\n' ? 1 : 0);
    }

    private int SkipBlanks(int position, int end)
    {
        while (position < end && value[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }

    private bool IsWord(int position, int end, string word)
        => position + word.Length <= end && StartsWith(position, word) && (position + word.Length == end || value[position + word.Length] is ' ' or '\t');

    private bool StartsWith(int position, string text) => string.CompareOrdinal(value, position, text, 0, text.Length) == 0;

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

    private void Refuse(int from, int to, string message) => _errors.Add(new TemplateError(from, to - from, message));
}
