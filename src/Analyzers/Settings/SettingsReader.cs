namespace GeminiGen.Analyzers.Settings;

/// <summary>
/// Reads the values of a settings file in one pass. Readers are tolerant: what they do not understand they hand over as it stands and go on, for a file that is broken may well hold a
/// key. They keep no tree and do not recurse, so neither depth nor size of a file can hurt the compiler.
/// </summary>
internal abstract class SettingsReader
{
    private readonly SettingVisitor _visit;
    private readonly CancellationToken _cancellationToken;

    /// <summary>A reader of one text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="visit">Takes the values.</param>
    /// <param name="cancellationToken">Cancels.</param>
    protected SettingsReader(string text, SettingVisitor visit, CancellationToken cancellationToken)
    {
        Text = text;
        _visit = visit;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The whole text.</summary>
    protected string Text { get; }

    /// <summary>Where the reader is.</summary>
    protected int Position { get; set; }

    /// <summary>The names that lead here.</summary>
    protected SettingPath Path { get; } = new();

    /// <summary>Collects the value at hand.</summary>
    protected DecodedTextBuilder Builder { get; } = new();

    /// <summary>Whether nothing is left.</summary>
    protected bool AtEnd => Position >= Text.Length;

    /// <summary>The character here; a null character at the end.</summary>
    protected char Current => Position < Text.Length ? Text[Position] : '\0';

    /// <summary>Reads the file.</summary>
    public abstract void Read();

    /// <summary>The character some places on; a null character behind the end.</summary>
    protected char Peek(int offset = 1) => Position + offset < Text.Length ? Text[Position + offset] : '\0';

    /// <summary>Whether the file goes on with these characters.</summary>
    protected bool IsAt(string characters) => string.CompareOrdinal(Text, Position, characters, 0, characters.Length) == 0;

    /// <summary>Hands a value over.</summary>
    protected void Visit(DecodedText value)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (value.Text.Length > 0)
        {
            _visit(value, Path);
        }
    }

    /// <summary>Hands a value over that lies one level down.</summary>
    protected void Visit(DecodedText value, string name)
    {
        int depth = Path.Depth;
        Path.Push(name);
        Visit(value);
        Path.PopTo(depth);
    }

    /// <summary>Hands over what stands between two places, without the white space around it.</summary>
    protected void VisitVerbatim(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(Text[end - 1]))
        {
            end--;
        }

        Visit(new DecodedText(Text.Substring(start, end - start), start));
    }

    /// <summary>Where characters stand next; the end when they do not.</summary>
    protected int Find(string characters, int start)
    {
        int index = start < Text.Length ? Text.IndexOf(characters, start, StringComparison.Ordinal) : -1;
        return index < 0 ? Text.Length : index;
    }

    /// <summary>The end of the line at hand.</summary>
    protected int FindLineEnd(int start)
    {
        int end = start;
        while (end < Text.Length && !IsLineBreak(Text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Skips blanks and tabs.</summary>
    protected void SkipBlanks()
    {
        while (Current is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Whether a character ends a line.</summary>
    protected static bool IsLineBreak(char character) => character is '\n' or '\r';
}
