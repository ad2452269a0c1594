using System.Globalization;

namespace GeminiGen.Analyzers.Settings;

/// <summary>
/// XML: configuration files, projects, resources, run settings. A level is called by what names it (<c>key</c>, <c>name</c>, <c>Include</c>) or by its element. The text of an element is one
/// value, also where comments and CDATA sections cut it.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="visit">Takes the values.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class XmlSettingsReader(string text, SettingVisitor visit, CancellationToken cancellationToken) : SettingsReader(text, visit, cancellationToken)
{
    private const string CommentStart = "<!--";
    private const string DataStart = "<![CDATA[";

    // Longer than any name; what is longer is a value.
    private const int LongestName = 200;

    private static readonly string[] Naming = ["key", "name", "include", "update", "id"];

    /// <inheritdoc/>
    public override void Read()
    {
        while (!AtEnd)
        {
            switch (Current)
            {
                case '<' when IsAt(CommentStart):
                    ReadComment();
                    break;
                case '<' when IsAt(DataStart):
                    ReadData();
                    break;
                case '<' when Peek() is '!' or '?':
                    ReadDeclaration();
                    break;
                case '<' when Peek() == '/':
                    FlushText();
                    Path.PopTo(Path.Depth - 1);
                    Position = Find(">", Position) + 1;
                    break;
                case '<' when IsNameStart(Peek()):
                    FlushText();
                    ReadTag();
                    break;
                default:
                    AppendCharacter();
                    break;
            }
        }

        FlushText();
    }

    private void ReadComment()
    {
        int start = Position + CommentStart.Length;
        int end = Find("-->", start);
        VisitVerbatim(Math.Min(start, end), end);
        Position = end + 3;
    }

    private void ReadData()
    {
        int end = Find("]]>", Position);
        for (Position += DataStart.Length; Position < end; Position++)
        {
            Builder.Append(Current, Position);
        }

        Position = end + 3;
    }

    // Document types may hold texts of their own.
    private void ReadDeclaration()
    {
        int end = Find(">", Position);
        VisitVerbatim(Position, end);
        Position = end + 1;
    }

    private void FlushText()
    {
        bool isBlank = Builder.IsBlank;
        DecodedText value = Builder.Take();
        if (!isBlank)
        {
            Visit(value);
        }
    }

    private void ReadTag()
    {
        Position++;
        Path.Push(ReadName());
        List<(string Name, DecodedText Value)> attributes = [];
        while (!AtEnd && Current is not ('>' or '<'))
        {
            if (IsNameStart(Current))
            {
                string name = ReadName();
                if (TryReadValue(out DecodedText? value))
                {
                    attributes.Add((name, value!));
                }
            }
            else
            {
                Position++;
            }
        }

        VisitAttributes(attributes);
        if (Current == '>')
        {
            Path.PopTo(Text[Position - 1] == '/' ? Path.Depth - 1 : Path.Depth);
            Position++;
        }
    }

    private void VisitAttributes(List<(string Name, DecodedText Value)> attributes)
    {
        foreach ((string name, DecodedText value) in attributes)
        {
            if (Array.IndexOf(Naming, name.ToLowerInvariant()) >= 0 && value.Text.Length is > 0 and <= LongestName)
            {
                Path.Rename(Path.Depth - 1, value.Text);
                break;
            }
        }

        foreach ((string name, DecodedText value) in attributes)
        {
            Visit(value, name);
        }
    }

    private bool TryReadValue(out DecodedText? value)
    {
        SkipWhiteSpace();
        value = null;
        if (Current != '=')
        {
            return false;
        }

        Position++;
        SkipWhiteSpace();
        if (Current is not ('"' or '\''))
        {
            return false;
        }

        char quote = Current;
        for (Position++; !AtEnd && Current != quote && Current != '<';)
        {
            AppendCharacter();
        }

        Position += Current == quote ? 1 : 0;
        value = Builder.Take();
        return true;
    }

    private string ReadName()
    {
        int start = Position;
        while (IsNameStart(Current) || Current is (>= '0' and <= '9') or '-' or '.')
        {
            Position++;
        }

        return Text.Substring(start, Position - start);
    }

    private void SkipWhiteSpace()
    {
        while (char.IsWhiteSpace(Current))
        {
            Position++;
        }
    }

    private void AppendCharacter()
    {
        if (Current == '&' && TryReadEntity(out string characters, out int length))
        {
            Builder.Append(characters, Position, length);
            Position += length;
        }
        else
        {
            Builder.Append(Current, Position);
            Position++;
        }
    }

    private bool TryReadEntity(out string characters, out int length)
    {
        const int LongestEntity = 12;
        int end = Text.IndexOf(';', Position, Math.Min(LongestEntity, Text.Length - Position));
        string name = end < 0 ? "" : Text.Substring(Position + 1, end - Position - 1);
        length = name.Length + 2;
        characters = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            _ => DecodeNumber(name),
        };
        return characters.Length > 0;
    }

    private static string DecodeNumber(string name)
    {
        bool isHex = name.StartsWith("#x", StringComparison.Ordinal);
        bool isNumber = isHex
            ? int.TryParse(name.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            : int.TryParse(name.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out code) && name[0] == '#';
        return isNumber && code is > 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? char.ConvertFromUtf32(code) : "";
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';
}
