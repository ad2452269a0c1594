using System.Globalization;

namespace GeminiGen.Analyzers.Settings;

/// <summary>
/// YAML as deployments have it: several documents, anchors, tags, block texts, brackets, and faults. The reader of front matter, which refuses all of these at their place, would find nothing
/// behind the first of them.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="visit">Takes the values.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed partial class YamlSettingsReader(string text, SettingVisitor visit, CancellationToken cancellationToken) : SettingsReader(text, visit, cancellationToken)
{
    // Levels of names and items, outermost first, beside those of the path.
    private readonly Stack<Level> _levels = new();

    /// <inheritdoc/>
    public override void Read()
    {
        while (!AtEnd)
        {
            int lineStart = Position;
            SkipBlanks();
            if (IsLineBreak(Current))
            {
                Position++;
            }
            else if (Current == '#')
            {
                ReadComment();
            }
            else if (Position == lineStart && (IsAt("---") || IsAt("...")))
            {
                Leave(column: 0, keepsName: false);
                Position += 3;
            }
            else
            {
                ReadEntry(lineStart);
            }
        }
    }

    private void ReadComment()
    {
        int end = FindLineEnd(Position);
        VisitVerbatim(Position + 1, end);
        Position = end;
    }

    // "- - name: value": any number of items, then a name or none, then a value or none.
    private void ReadEntry(int lineStart)
    {
        while (Current == '-' && (char.IsWhiteSpace(Peek()) || Position + 1 == Text.Length))
        {
            EnterItem(Position - lineStart);
            Position++;
            SkipBlanks();
        }

        int column = Position - lineStart;
        if (TryReadName(out string name))
        {
            Leave(column, keepsName: false);
            _levels.Push(new Level(column, Index: null));
            Path.Push(name);
            SkipBlanks();
        }

        ReadValue();
        ReadRest();
    }

    // Nothing may follow a value on its line; what does, is read all the same.
    private void ReadRest()
    {
        SkipBlanks();
        if (!AtEnd && !IsLineBreak(Current) && Current != '#')
        {
            int start = Position;
            Position = FindLineEnd(start);
            VisitVerbatim(start, Position);
        }
    }

    private void EnterItem(int column)
    {
        int index = Leave(column, keepsName: true) + 1;
        _levels.Push(new Level(column, index));
        Path.Push(index.ToString(CultureInfo.InvariantCulture));
    }

    // Leaves the levels that a column ends. An item may stand as far left as the name it belongs to.
    private int Leave(int column, bool keepsName)
    {
        int index = -1;
        while (_levels.Count > 0 && (_levels.Peek().Column > column || (_levels.Peek().Column == column && !(keepsName && _levels.Peek().Index is null))))
        {
            Level level = _levels.Pop();
            index = level.Column == column ? level.Index ?? -1 : -1;
            Path.PopTo(Path.Depth - 1);
        }

        return index;
    }

    private bool TryReadName(out string name)
    {
        int start = Position;
        int end = Current is '"' or '\'' ? FindClosingQuote() + 1 : FindColon(start);
        name = end > start ? Text.Substring(start, end - start).Trim(' ', '\t', '"', '\'') : "";
        while (end > start && end < Text.Length && Text[end] is ' ' or '\t')
        {
            end++;
        }

        bool isName = end > start && IsColon(end);
        Position = isName ? end + 1 : start;
        return isName;
    }

    private int FindClosingQuote()
    {
        for (int i = Position + 1; i < Text.Length && !IsLineBreak(Text[i]); i++)
        {
            if (Text[i] == Current)
            {
                return i;
            }

            i += Text[i] == '\\' && Current == '"' ? 1 : 0;
        }

        return -1;
    }

    private int FindColon(int start)
    {
        for (int i = start; i < Text.Length && !IsLineBreak(Text[i]) && !(i == start && Text[i] is '{' or '['); i++)
        {
            if (IsColon(i))
            {
                return i;
            }

            if (IsCommentAt(i))
            {
                break;
            }
        }

        return -1;
    }

    private bool IsColon(int index) => index < Text.Length && Text[index] == ':' && (index + 1 == Text.Length || char.IsWhiteSpace(Text[index + 1]));

    private bool IsCommentAt(int index) => Text[index] == '#' && (index == 0 || char.IsWhiteSpace(Text[index - 1]));

    private readonly record struct Level(int Column, int? Index);
}
