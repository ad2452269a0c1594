using System.Text;

namespace GeminiGen.Generator.Emission;

/// <summary>Writes text line by line at the depth of the open blocks, always with <c>\n</c>.</summary>
internal sealed class IndentedTextWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new(4096);
    private int _level;

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes a line.</summary>
    public void Line(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes the lines of a raw literal, each at the depth of the open blocks.</summary>
    public void Lines(string lines)
    {
        int start = 0;
        while (start <= lines.Length)
        {
            int end = lines.IndexOf('\n', start);
            end = end < 0 ? lines.Length : end;
            int length = end > start && lines[end - 1] == '\r' ? end - 1 - start : end - start;
            Line(lines.Substring(start, length));
            start = end + 1;
        }
    }

    /// <summary>Opens a block behind a header; disposing it closes it.</summary>
    /// <param name="header">The line before the brace.</param>
    /// <param name="end">What follows the closing brace.</param>
    public Scope Block(string header, string end = "")
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _level++;
        return new Scope(this, "}" + end);
    }

    /// <summary>Goes one level deeper, without braces.</summary>
    public Scope Indent()
    {
        _level++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>An open block.</summary>
    internal readonly struct Scope(IndentedTextWriter writer, string? end) : IDisposable
    {
        /// <summary>Closes the block.</summary>
        public void Dispose()
        {
            writer._level--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}
