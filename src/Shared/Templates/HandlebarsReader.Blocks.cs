namespace GeminiGen;

/// <content>Blocks and paths.</content>
internal sealed partial class HandlebarsReader
{
    private void ReadOpening(int tag, int position, int end, int behind)
    {
        FlushText();
        int wordEnd = position;
        while (wordEnd < end && char.IsLetter(value[wordEnd]))
        {
            wordEnd++;
        }

        string keyword = value.Substring(position, wordEnd - position);
        if (keyword is not ("if" or "unless" or "each"))
        {
            Refuse(tag, behind, $"'{{{{#{keyword}}}}}' is not known here; the tags are {Tags}");
            return;
        }

        Open(new TemplateBlock(keyword, tag, behind - tag, _nodes));
        ReadSubject(_open.Peek(), wordEnd, end);
    }

    private void Open(TemplateBlock block)
    {
        if (_open.Count == PromptTemplate.MaxDepth)
        {
            IsTooDeep = true;
            Refuse(block.Start, block.Start + block.Length, $"more than {PromptTemplate.MaxDepth} blocks stand in each other");
        }

        _open.Push(block);
        _nodes = block.Body;
    }

    /// <summary>Reads what a block asks or goes through.</summary>
    private void ReadSubject(TemplateBlock block, int position, int end)
    {
        position = SkipBlanks(position, end);
        int first = position;
        if (ReadPath(ref position, end) is not { } path)
        {
            Refuse(block.Start, block.Start + block.Length, $"say what '{{{{#{block.Keyword}}}}}' is about, by one name");
            return;
        }

        block.IsNegated = block.Keyword == "unless";
        block.Item = new TemplateName("this", first);
        position = SkipBlanks(position, end);
        if (position < end && !(block.Keyword == "each" && TryReadItem(block, ref position, end)))
        {
            Refuse(position, end, "a block takes one name and nothing else; compute it before the call");
            return;
        }

        block.Path = path;
    }

    /// <summary>Reads <c>as |item|</c>.</summary>
    private bool TryReadItem(TemplateBlock block, ref int position, int end)
    {
        int bar = IsWord(position, end, "as") ? SkipBlanks(position + 2, end) : end;
        int close = bar < end && value[bar] == '|' ? value.IndexOf('|', bar + 1, end - bar - 1) : -1;
        if (close < 0 || SkipBlanks(close + 1, end) != end)
        {
            return false;
        }

        int name = SkipBlanks(bar + 1, close);
        int nameEnd = name;
        while (nameEnd < close && IsNameCharacter(value[nameEnd], nameEnd == name))
        {
            nameEnd++;
        }

        if (nameEnd == name || SkipBlanks(nameEnd, close) != close)
        {
            return false;
        }

        block.Item = new TemplateName(value.Substring(name, nameEnd - name), name);
        position = end;
        return true;
    }

    private void ReadElse(int tag, int position, int end, int behind)
    {
        FlushText();
        if (_open.Count == 0)
        {
            Refuse(tag, behind, "'{{else}}' belongs to no block; remove it");
            return;
        }

        TemplateBlock block = _open.Peek();
        if (block.Otherwise is not null)
        {
            Refuse(tag, behind, "'{{else}}' stands here a second time; remove one");
        }

        _nodes = block.Otherwise ??= [];
        position = SkipBlanks(position, end);
        if (position == end)
        {
            return;
        }

        if (!IsWord(position, end, "if"))
        {
            Refuse(position, end, "write '{{else}}' or '{{else if name}}'");
            return;
        }

        Open(new TemplateBlock("if", tag, behind - tag, _nodes) { EndsWithOuter = true });
        ReadSubject(_open.Peek(), position + 2, end);
    }

    private void ReadClosing(int tag, int position, int end, int behind)
    {
        FlushText();
        string keyword = value.Substring(position, end - position).Trim();
        if (_open.Count > 0 && GetOuterKeyword() == keyword)
        {
            Close();
            return;
        }

        Refuse(tag, behind, _open.Count == 0
            ? $"'{{{{/{keyword}}}}}' closes nothing; remove it"
            : $"'{{{{/{keyword}}}}}' does not close the '{{{{#{GetOuterKeyword()}}}}}' it stands in; write '{{{{/{GetOuterKeyword()}}}}}' first");
    }

    /// <summary>The keyword that closes the block at hand: an <c>{{else if}}</c> ends with the block it stands in.</summary>
    private string GetOuterKeyword()
    {
        foreach (TemplateBlock block in _open)
        {
            if (!block.EndsWithOuter)
            {
                return block.Keyword;
            }
        }

        return "";
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

    /// <summary>Reads <c>name.member</c>, <c>this</c>, <c>../name</c>, <c>@index</c> and <c>@root.name</c>; null for anything else.</summary>
    private TemplatePath? ReadPath(ref int position, int end)
    {
        int levels = 0;
        while (StartsWith(position, "../") && position + 3 <= end)
        {
            levels++;
            position += 3;
        }

        position += levels == 0 && StartsWith(position, "./") ? 2 : 0;
        bool isRoot = levels == 0 && StartsWith(position, "@root.");
        position += isRoot ? 6 : 0;
        List<TemplateName> names = [];
        while (true)
        {
            int nameStart = position;
            position += names.Count == 0 && !isRoot && position < end && value[position] == '@' ? 1 : 0;
            int first = position;
            while (position < end && IsNameCharacter(value[position], position == first))
            {
                position++;
            }

            if (position == first)
            {
                return null;
            }

            names.Add(new TemplateName(value.Substring(nameStart, position - nameStart), nameStart));
            if (position >= end || value[position] != '.')
            {
                return new TemplatePath(names, levels, isRoot);
            }

            position++;
        }
    }

    private static bool IsNameCharacter(char character, bool first)
        => character == '_' || (first ? char.IsLetter(character) : char.IsLetterOrDigit(character));
}
