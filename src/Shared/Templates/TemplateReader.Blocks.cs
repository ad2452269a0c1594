namespace GeminiGen;

/// <content>The tags of blocks.</content>
internal sealed partial class TemplateReader
{
    private const string BlockKeywords = "'#if', '#each', ':else', ':empty', ':separator', '/if' and '/each'";

    private void ReadBlockTag(int tag, int end)
    {
        int keywordEnd = tag + 2;
        while (keywordEnd < end && char.IsLetter(value[keywordEnd]))
        {
            keywordEnd++;
        }

        FlushText();
        switch (value.Substring(tag + 1, keywordEnd - tag - 1))
        {
            case "#if":
                Open("if", tag, end);
                ReadCondition(_open.Peek(), keywordEnd, end);
                break;
            case "#each":
                Open("each", tag, end);
                ReadLoop(_open.Peek(), keywordEnd, end);
                break;
            case ":else":
                ReadElse(tag, keywordEnd, end);
                break;
            case ":empty" when IsIn("each", tag, end) && ExpectEnd(keywordEnd, end):
                _nodes = StartBranch(_open.Peek().Otherwise, tag, end) ?? (_open.Peek().Otherwise = []);
                break;
            case ":separator" when IsIn("each", tag, end) && ExpectEnd(keywordEnd, end):
                _nodes = StartBranch(_open.Peek().Separator, tag, end) ?? (_open.Peek().Separator = []);
                break;
            case "/if" or "/each" when IsIn(value.Substring(tag + 2, keywordEnd - tag - 2), tag, end) && ExpectEnd(keywordEnd, end):
                Close();
                break;
            case ":empty" or ":separator" or "/if" or "/each":
                break;
            default:
                _errors.Add(new TemplateError(tag, end + 1 - tag, $"'{value.Substring(tag, end + 1 - tag)}' is no tag; the tags are {BlockKeywords}, and '{{{{' is a brace"));
                break;
        }
    }

    private void Open(string keyword, int tag, int end)
    {
        if (_open.Count == PromptTemplate.MaxDepth)
        {
            IsTooDeep = true;
            _errors.Add(new TemplateError(tag, end + 1 - tag, $"more than {PromptTemplate.MaxDepth} blocks stand in each other"));
        }

        TemplateBlock block = new(keyword, tag, end + 1 - tag, _nodes);
        _open.Push(block);
        _nodes = block.Body;
    }

    private void Close()
    {
        TemplateBlock block;
        do
        {
            FlushText();
            block = _open.Pop();
            _nodes = block.Outer;
            if (block.ToNode() is { } node)
            {
                _nodes.Add(node);
            }
        }
        while (block.EndsWithOuter);
    }

    private void ReadElse(int tag, int keywordEnd, int end)
    {
        if (!IsIn("if", tag, end))
        {
            return;
        }

        TemplateBlock block = _open.Peek();
        _nodes = StartBranch(block.Otherwise, tag, end) ?? (block.Otherwise = []);
        int position = SkipBlanks(keywordEnd);
        if (position == end)
        {
            return;
        }

        if (string.CompareOrdinal(value, position, "if ", 0, 3) != 0)
        {
            _errors.Add(new TemplateError(position, end - position, "write '{:else}' or '{:else if …}'"));
            return;
        }

        Open("if", tag, end);
        _open.Peek().EndsWithOuter = true;
        ReadCondition(_open.Peek(), position + 2, end);
    }

    /// <summary>Says so where a branch is there already.</summary>
    private List<TemplateNode>? StartBranch(List<TemplateNode>? branch, int tag, int end)
    {
        if (branch is not null)
        {
            _errors.Add(new TemplateError(tag, end + 1 - tag, $"'{value.Substring(tag, end + 1 - tag)}' stands here a second time; remove one"));
        }

        return branch;
    }

    private bool IsIn(string keyword, int tag, int end)
    {
        if (_open.Count > 0 && _open.Peek().Keyword == keyword)
        {
            return true;
        }

        string text = value.Substring(tag, end + 1 - tag);
        _errors.Add(new TemplateError(tag, end + 1 - tag, _open.Count > 0
            ? $"'{text}' does not fit the '{{#{_open.Peek().Keyword}}}' it stands in; write '{{/{_open.Peek().Keyword}}}' first"
            : $"'{text}' belongs to no '{{#{keyword}}}'; remove it, or write '{{{{' for a brace"));
        return false;
    }

    private bool ExpectEnd(int position, int end)
    {
        int rest = SkipBlanks(position);
        if (rest < end)
        {
            _errors.Add(new TemplateError(rest, end - rest, "nothing stands behind the name of this tag; remove it"));
        }

        return true;
    }

    private void ReadCondition(TemplateBlock block, int position, int end)
    {
        position = SkipBlanks(position);
        block.IsNegated = position < end && value[position] == '!';
        position += block.IsNegated ? 1 : 0;
        block.Path = ReadPath(ref position, end, "the name of a parameter");
        if (block.Path is not null && SkipBlanks(position) is int rest && rest < end)
        {
            _errors.Add(new TemplateError(rest, end - rest, "a condition is one name and nothing else; compute it before the call and pass a 'bool'"));
        }
    }

    private void ReadLoop(TemplateBlock block, int position, int end)
    {
        position = SkipBlanks(position);
        TemplatePath? items = ReadPath(ref position, end, "the name of a list");
        if (items is null)
        {
            return;
        }

        int word = SkipBlanks(position);
        if (word == position || string.CompareOrdinal(value, word, "as ", 0, 3) != 0)
        {
            _errors.Add(new TemplateError(position, Math.Max(1, end - position), $"say how an item is called: '{{#each {items} as item}}'"));
            return;
        }

        position = SkipBlanks(word + 3);
        if (ReadPath(ref position, end, "the name of an item") is not { } item)
        {
            return;
        }

        if (item.Names.Count > 1 || item.Names[0].Text[0] == '@' || SkipBlanks(position) < end)
        {
            _errors.Add(new TemplateError(item.Start, end - item.Start, "an item is called by one name"));
            return;
        }

        block.Path = items;
        block.Item = item.Names[0];
    }
}
