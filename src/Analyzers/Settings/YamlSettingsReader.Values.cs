using GeminiGen.Shared.Yaml;

namespace GeminiGen.Analyzers.Settings;

/// <content>Values: plain, in quotes, in blocks and in brackets.</content>
internal sealed partial class YamlSettingsReader
{
    private void ReadValue()
    {
        SkipProperties();
        switch (Current)
        {
            case '|' or '>':
                ReadBlock();
                break;
            case '"' or '\'':
                VisitScalar(ReadQuoted());
                break;
            case '{' or '[':
                ReadFlow();
                break;
            default:
                ReadPlain();
                break;
        }
    }

    // Tags and anchors: "!secret", "&name".
    private void SkipProperties()
    {
        while (Current is '!' or '&')
        {
            while (!AtEnd && !char.IsWhiteSpace(Current))
            {
                Position++;
            }

            SkipBlanks();
        }
    }

    private void ReadPlain()
    {
        int start = Position;
        while (!AtEnd && !IsLineBreak(Current) && !IsCommentAt(Position))
        {
            Position++;
        }

        int end = Position;
        while (end > start && Text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        VisitScalar(new DecodedText(Text.Substring(start, end - start), start));
    }

    // Each line is a text of its own: no line of a block joins another without a blank between them.
    private void ReadBlock()
    {
        int parent = _levels.Count > 0 ? _levels.Peek().Column : -1;
        Position = FindLineEnd(Position);
        while (!AtEnd)
        {
            int before = Position;
            Position++;
            int lineStart = Position;
            SkipBlanks();
            if (!AtEnd && !IsLineBreak(Current) && Position - lineStart <= parent)
            {
                Position = before;
                return;
            }

            int start = Position;
            Position = FindLineEnd(start);
            VisitVerbatim(start, Position);
        }
    }

    private DecodedText ReadQuoted()
    {
        char quote = Current;
        Position++;
        while (!AtEnd)
        {
            if (Current == quote && !(quote == '\'' && Peek() == quote))
            {
                Position++;
                break;
            }

            AppendQuoted(quote);
        }

        return Builder.Take();
    }

    private void AppendQuoted(char quote)
    {
        int start = Position;
        if (Current == quote)
        {
            Position += 2;
            Builder.Append(quote, start, 2);
        }
        else if (IsLineBreak(Current) || (Current == '\\' && quote == '"' && IsLineBreak(Peek())))
        {
            bool isEscaped = Current == '\\';
            Position++;
            while (char.IsWhiteSpace(Current))
            {
                Position++;
            }

            Builder.Append(isEscaped ? "" : " ", start, Position - start);
        }
        else if (Current == '\\' && quote == '"' && YamlEscape.TryRead(Text, start, Text.Length, out string value, out int length))
        {
            Position += length;
            Builder.Append(value, start, length);
        }
        else
        {
            Position++;
            Builder.Append(Text[start], start);
        }
    }

    // Brackets: what counts is the name before a value, however deep it lies.
    private void ReadFlow()
    {
        int depth = 0;
        string name = "";
        do
        {
            switch (Current)
            {
                case '{' or '[':
                    depth++;
                    Position++;
                    break;
                case '}' or ']':
                    depth--;
                    Position++;
                    break;
                case '#' when IsCommentAt(Position):
                    ReadComment();
                    break;
                case ',':
                    name = "";
                    Position++;
                    break;
                case ':' or ' ' or '\t' or '\r' or '\n':
                    Position++;
                    break;
                default:
                    name = ReadFlowScalar(name);
                    break;
            }
        }
        while (!AtEnd && depth > 0);
    }

    private string ReadFlowScalar(string name)
    {
        DecodedText value = Current is '"' or '\'' ? ReadQuoted() : ReadFlowWord();
        SkipBlanks();
        if (Current == ':')
        {
            return value.Text;
        }

        Visit(value, name);
        return name;
    }

    private DecodedText ReadFlowWord()
    {
        int start = Position;
        do
        {
            Position++;
        }
        while (!AtEnd && !IsLineBreak(Current) && Current is not (',' or '{' or '}' or '[' or ']') && !IsColon(Position));
        return new DecodedText(Text.Substring(start, Position - start).TrimEnd(), start);
    }

    private void VisitScalar(DecodedText value)
    {
        int depth = Path.Depth;
        bool isItem = _levels.Count > 0 && _levels.Peek().Index is not null;
        if (!isItem && depth >= 2 && Path[depth - 1] == "name" && _levels.Count > 1 && _levels.ElementAt(1).Index is not null)
        {
            // "- name: GEMINI_API_KEY" and "value: …": the item is called so.
            Path.Rename(depth - 2, value.Text);
        }

        // "- GEMINI_API_KEY=…": one text that is a name and a value.
        int equals = isItem ? value.Text.IndexOf('=') : -1;
        if (equals > 0 && IsName(value.Text, equals))
        {
            Visit(value.From(equals + 1), value.Text.Substring(0, equals));
        }
        else
        {
            Visit(value);
        }
    }

    private static bool IsName(string text, int end)
    {
        for (int i = 0; i < end; i++)
        {
            if (!char.IsLetterOrDigit(text[i]) && text[i] is not ('_' or '.' or ':' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
