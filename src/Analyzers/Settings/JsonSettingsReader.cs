using GeminiGen.Shared.Json;

namespace GeminiGen.Analyzers.Settings;

/// <summary>JSON as settings files have it: with comments, trailing commas, single quotes, names that stand twice, and faults.</summary>
/// <param name="text">The text.</param>
/// <param name="visit">Takes the values.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class JsonSettingsReader(string text, SettingVisitor visit, CancellationToken cancellationToken) : SettingsReader(text, visit, cancellationToken)
{
    // For each open bracket: the index of the item at hand; null where names lead on.
    private readonly Stack<int?> _indexes = new();

    /// <inheritdoc/>
    public override void Read()
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case '{':
                    Open(index: null, "");
                    break;
                case '[':
                    Open(index: 0, "0");
                    break;
                case '}' or ']':
                    Close();
                    break;
                case ',':
                    GoToNext();
                    break;
                case '"' or '\'':
                    ReadString(Current);
                    break;
                case '/' when Peek() is '/' or '*':
                    ReadComment();
                    break;
                case ':' or ' ' or '\t' or '\r' or '\n':
                    Position++;
                    break;
                default:
                    ReadWord();
                    break;
            }
        }
    }

    private void Open(int? index, string name)
    {
        _indexes.Push(index);
        Path.Push(name);
        Position++;
    }

    private void Close()
    {
        if (_indexes.Count > 0)
        {
            _indexes.Pop();
            Path.PopTo(Path.Depth - 1);
        }

        Position++;
    }

    private void GoToNext()
    {
        if (_indexes.Count > 0)
        {
            int? next = _indexes.Pop() + 1;
            _indexes.Push(next);
            Path.Rename(Path.Depth - 1, next?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }

        Position++;
    }

    // A string that does not end, ends with its line.
    private void ReadString(char quote)
    {
        Position++;
        while (!AtEnd && Current != quote && !IsLineBreak(Current))
        {
            if (Current == '\\' && JsonEscape.TryRead(Text, Position, out char value, out int length))
            {
                Builder.Append(value, Position, length);
                Position += length;
            }
            else
            {
                Builder.Append(Current, Position);
                Position++;
            }
        }

        Position += Current == quote ? 1 : 0;
        DecodedText text = Builder.Take();
        if (IsName())
        {
            Path.Rename(Path.Depth - 1, "");
            Visit(text);
            Path.Rename(Path.Depth - 1, text.Text);
        }
        else
        {
            Visit(text);
        }
    }

    private bool IsName()
    {
        int next = Position;
        while (next < Text.Length && char.IsWhiteSpace(Text[next]))
        {
            next++;
        }

        return next < Text.Length && Text[next] == ':' && _indexes.Count > 0 && _indexes.Peek() is null;
    }

    private void ReadComment()
    {
        int start = Position + 2;
        bool isLine = Peek() == '/';
        int end = isLine ? FindLineEnd(start) : Find("*/", start);
        VisitVerbatim(Math.Min(start, end), end);
        Position = isLine ? end : end + 2;
    }

    // Numbers and literals, and whatever else stands where JSON has quotes.
    private void ReadWord()
    {
        int start = Position;
        do
        {
            Position++;
        }
        while (!AtEnd && Current is not ('{' or '}' or '[' or ']' or ',' or ':' or '"' or '\'' or ' ' or '\t' or '\r' or '\n'));
        VisitVerbatim(start, Position);
    }
}
