namespace GeminiGen.Analyzers.Settings;

/// <summary>Environment files: <c>NAME=value</c>, with <c>export</c>, quotes of three kinds, escapes and comments.</summary>
/// <param name="text">The text.</param>
/// <param name="visit">Takes the values.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class DotEnvReader(string text, SettingVisitor visit, CancellationToken cancellationToken) : SettingsReader(text, visit, cancellationToken)
{
    private const string Export = "export ";

    /// <inheritdoc/>
    public override void Read()
    {
        while (!AtEnd)
        {
            ReadLine();
        }
    }

    private void ReadLine()
    {
        SkipBlanks();
        int start = Position;
        int end = FindLineEnd(start);
        if (Current == '#')
        {
            VisitVerbatim(start + 1, end);
        }
        else if (TryReadName(out string name))
        {
            ReadValue(name);
            end = FindLineEnd(Position);
        }
        else
        {
            VisitVerbatim(start, end);
        }

        Position = end + 1;
    }

    private bool TryReadName(out string name)
    {
        Position += IsAt(Export) ? Export.Length : 0;
        SkipBlanks();
        int start = Position;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '.' or '-')
        {
            Position++;
        }

        name = Text.Substring(start, Position - start);
        SkipBlanks();
        bool isName = name.Length > 0 && Current is '=' or ':';
        Position += isName ? 1 : 0;
        return isName;
    }

    private void ReadValue(string name)
    {
        SkipBlanks();
        if (Current is '"' or '\'' or '`' && FindClosingQuote() is > 0 and int close)
        {
            ReadQuoted(close);
            Visit(Builder.Take(), name);
            return;
        }

        int start = Position;
        while (!AtEnd && !IsLineBreak(Current) && !IsComment())
        {
            Position++;
        }

        int depth = Path.Depth;
        Path.Push(name);
        VisitVerbatim(start, Position);
        Path.PopTo(depth);
    }

    private bool IsComment() => Current == '#' && Text[Position - 1] is ' ' or '\t';

    // Texts in quotes may go over lines.
    private int FindClosingQuote()
    {
        for (int i = Position + 1; i < Text.Length; i++)
        {
            if (Text[i] == Current)
            {
                return i;
            }

            i += Text[i] == '\\' && Current == '"' ? 1 : 0;
        }

        return -1;
    }

    private void ReadQuoted(int close)
    {
        bool hasEscapes = Current == '"';
        for (Position++; Position < close;)
        {
            int length = hasEscapes && Current == '\\' ? 2 : 1;
            Builder.Append(length == 2 ? Unescape(Peek()) : Current, Position, length);
            Position += length;
        }

        Position = close + 1;
    }

    private static char Unescape(char character) => character switch
    {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => character,
    };
}
