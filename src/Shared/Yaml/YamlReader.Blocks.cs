using System.Text;

namespace GeminiGen.Shared.Yaml;

/// <content>Block scalars: <c>|</c> keeps line ends, <c>&gt;</c> makes blanks of them.</content>
internal sealed partial class YamlReader
{
    private YamlValue ReadBlockScalar(int column)
    {
        int start = _position;
        bool isFolded = Current == '>';
        _position++;
        char chomping = Current is '-' or '+' ? Current : '\0';
        _position += chomping == '\0' ? 0 : 1;
        SkipBlanks();
        if (!IsLineEnd())
        {
            throw Error("behind '|' or '>' stands '-', '+' or nothing, and the text begins on the next line");
        }

        SkipLine();
        int length = _position - start;
        List<string> lines = ReadLines(column);
        int count = lines.Count;
        while (count > 0 && lines[count - 1].Length == 0)
        {
            count--;
        }

        StringBuilder text = new();
        for (int i = 0; i < count; i++)
        {
            Append(text, lines, i, isFolded);
        }

        text.Append(count > 0 && chomping != '-' ? "\n" : "");
        text.Append('\n', chomping == '+' ? lines.Count - count : 0);
        return YamlValue.Scalar(text.ToString(), start, length, isQuoted: true);
    }

    /// <summary>Joins a line to those before it: folded, single line ends are blanks and empty lines are line ends.</summary>
    private static void Append(StringBuilder text, List<string> lines, int index, bool isFolded)
    {
        string line = lines[index];
        if (index > 0)
        {
            bool isMore = StartsBlank(line) || StartsBlank(lines[index - 1]);
            bool isJoined = isFolded && !isMore && line.Length > 0 && lines[index - 1].Length > 0;
            bool isSwallowed = isFolded && !isMore && line.Length > 0 && lines[index - 1].Length == 0;
            text.Append(isJoined ? " " : isSwallowed ? "" : "\n");
        }

        text.Append(line);
    }

    private static bool StartsBlank(string line) => line.Length > 0 && IsBlank(line[0]);

    /// <summary>The lines of a block without its indentation, which is that of its first line.</summary>
    private List<string> ReadLines(int column)
    {
        List<string> lines = [];
        int indentation = -1;
        while (_position < _end)
        {
            int before = _position;
            SkipLineBreak();
            if (_position >= _end)
            {
                break;
            }

            int lineStart = _position;
            SkipBlanks();
            bool isBlank = _position >= _end || IsLineBreak(Current);
            int width = _position - lineStart;
            if (!isBlank && (indentation < 0 ? width <= column : width < indentation))
            {
                _position = before;
                break;
            }

            indentation = indentation < 0 && !isBlank ? width : indentation;
            SkipLine();
            lines.Add(isBlank ? "" : _text.Substring(lineStart + indentation, _position - lineStart - indentation));
        }

        return lines;
    }

    private void SkipLineBreak()
    {
        _position += Current == '\r' ? 1 : 0;
        _position += Current == '\n' ? 1 : 0;
    }
}
