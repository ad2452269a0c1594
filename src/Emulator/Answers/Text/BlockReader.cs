using System.Text;
using System.Text.RegularExpressions;

namespace GeminiGen.Emulator.Answers.Text;

/// <summary>Reads plain text or Markdown into blocks. Code, tables, rules and front matter are left out.</summary>
internal sealed partial class BlockReader
{
    private const int LongestLooseHeading = 70;

    private readonly List<TextBlock> _blocks = [];
    private readonly StringBuilder _open = new();
    private BlockKind _openKind;
    private int _openLines;
    private string? _fence;

    private BlockReader()
    {
    }

    public static IReadOnlyList<TextBlock> Read(string text)
    {
        var reader = new BlockReader();
        foreach (string line in WithoutFrontMatter(text).Split('\n'))
        {
            reader.AddLine(line.TrimEnd('\r', ' ', '\t'));
        }

        reader.Close(beforeBlank: true);
        return reader._blocks;
    }

    private void AddLine(string line)
    {
        string trimmed = line.TrimStart(' ', '\t', '>');
        if (InCode(trimmed))
        {
            return;
        }

        if (trimmed.Length == 0)
        {
            Close(beforeBlank: true);
        }
        else if (IsUnderline(trimmed) && _openKind == BlockKind.Paragraph && _openLines == 1)
        {
            _openKind = BlockKind.Heading;
            Close();
        }
        else if (!IsNoise(trimmed))
        {
            AddText(trimmed);
        }
        else
        {
            Close();
        }
    }

    private void AddText(string line)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            AddWhole(BlockKind.Heading, heading.Groups[1].Value.TrimEnd('#', ' '));
        }
        else if (ListItem().Match(line) is { Success: true } item)
        {
            Close();
            Open(BlockKind.ListItem, item.Groups[1].Value);
        }
        else if (IsLabel(line))
        {
            AddWhole(BlockKind.Label, line);
        }
        else if (_openLines > 0)
        {
            _open.Append(' ').Append(line);
            _openLines++;
        }
        else
        {
            Open(BlockKind.Paragraph, line);
        }
    }

    private bool InCode(string line)
    {
        string? marker = line.StartsWith("```", StringComparison.Ordinal) ? "```" : line.StartsWith("~~~", StringComparison.Ordinal) ? "~~~" : null;
        if (_fence is null && marker is null)
        {
            return false;
        }

        Close();
        _fence = _fence is null ? marker : marker == _fence ? null : _fence;
        return true;
    }

    private void AddWhole(BlockKind kind, string text)
    {
        Close();
        Open(kind, text);
        Close();
    }

    private void Open(BlockKind kind, string text)
    {
        _openKind = kind;
        _open.Append(text);
        _openLines = 1;
    }

    private void Close(bool beforeBlank = false)
    {
        if (_openLines > 0)
        {
            string text = MarkdownText.Plain(_open.ToString());
            if (beforeBlank && _openKind == BlockKind.Paragraph && _openLines == 1 && IsLooseHeading(text))
            {
                _openKind = BlockKind.Heading;
            }

            if (text.Length > 0)
            {
                _blocks.Add(new TextBlock(_openKind, text));
            }
        }

        _open.Clear();
        _openLines = 0;
    }

    private static string WithoutFrontMatter(string text)
    {
        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
        {
            return text;
        }

        int end = text.IndexOf("\n---", 3, StringComparison.Ordinal);
        return end < 0 ? text : text[(end + 4)..];
    }

    private static bool IsUnderline(string line) => line.Length >= 3 && (line.Trim('=').Length == 0 || line.Trim('-').Length == 0);

    /// <summary>Rules, table rows, link definitions, and lines that are nothing but markup.</summary>
    private static bool IsNoise(string line) =>
        line[0] == '|' || line.Trim('-', '*', '_', '=', ' ').Length == 0 || LinkDefinition().IsMatch(line) || MarkdownText.Plain(line).Length == 0;

    /// <summary>A line alone between blanks that reads like a title: short, capitalised, no full stop.</summary>
    private static bool IsLooseHeading(string text) =>
        text.Length is >= 4 and <= LongestLooseHeading && !char.IsPunctuation(text[^1]) && (char.IsUpper(text[0]) || char.IsDigit(text[0]) || WordExtensions.IsIdeograph(text[0]));

    private static bool IsLabel(string line) => Label().IsMatch(line) && !line.EndsWith('.');

    [GeneratedRegex(@"^#{1,6}\s+(.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*+•]|\d{1,3}[.)])\s+(.+)$")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^\[[^\]]+\]:\s")]
    private static partial Regex LinkDefinition();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{N} _\-/]{1,30}:\s+\S.{0,80}$")]
    private static partial Regex Label();
}
