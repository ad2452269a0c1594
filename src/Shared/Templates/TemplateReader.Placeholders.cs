using System.Globalization;

namespace GeminiGen;

/// <content>Placeholders, paths and includes.</content>
internal sealed partial class TemplateReader
{
    /// <summary>What an alignment may be at most, in characters: a prompt's column, not a way to send megabytes of blanks.</summary>
    private const int MaxAlignment = 1000;

    private void ReadPlaceholder(int tag, int end)
    {
        int position = tag + 1;
        if (position == end)
        {
            _errors.Add(new TemplateError(tag, 2, "the placeholder is empty; write a parameter's name between the braces, or '{{}}' for braces"));
            return;
        }

        if (!IsPathStart(position, end))
        {
            ReportName(position, end);
            return;
        }

        if (ReadPath(ref position, end, "a parameter's name") is not { } path || !TryReadAlignment(ref position, end, out int alignment))
        {
            return;
        }

        TemplateName? format = null;
        if (position < end && value[position] == ':')
        {
            format = new TemplateName(value.Substring(position + 1, end - position - 1), position + 1);
            if (format.Value.Length == 0)
            {
                _errors.Add(new TemplateError(position, 1, "the format behind ':' is empty; write one or remove the colon", Replacement: ""));
                return;
            }
        }
        else if (position < end)
        {
            ReportName(position, end);
            return;
        }

        Add(new TemplateNode.Placeholder(path, alignment, format));
    }

    private bool TryReadAlignment(ref int position, int end, out int alignment)
    {
        alignment = 0;
        if (position >= end || value[position] != ',')
        {
            return true;
        }

        int colon = value.IndexOf(':', position, end - position);
        int stop = colon < 0 ? end : colon;
        string text = value.Substring(position + 1, stop - position - 1);
        bool isValid = int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out alignment)
            && alignment != 0
            && alignment is >= -MaxAlignment and <= MaxAlignment;
        if (!isValid)
        {
            _errors.Add(new TemplateError(position, stop - position, $"an alignment is a number from 1 to {MaxAlignment}, or from -1 to -{MaxAlignment} to pad behind"));
        }

        position = stop;
        return isValid;
    }

    /// <summary>Reads names with dots between them.</summary>
    private TemplatePath? ReadPath(ref int position, int end, string expected)
    {
        List<TemplateName> names = [];
        while (true)
        {
            int nameStart = position;
            position += names.Count == 0 && position < end && value[position] == '@' ? 1 : 0;
            int first = position;
            while (position < end && IsNameCharacter(value[position], first: position == first))
            {
                position++;
            }

            if (position == first)
            {
                _errors.Add(new TemplateError(Math.Min(nameStart, end - 1), Math.Max(1, Math.Min(1, end - nameStart)), $"{expected} is missing here"));
                return null;
            }

            names.Add(new TemplateName(value.Substring(nameStart, position - nameStart), nameStart));
            if (position >= end || value[position] != '.')
            {
                return new TemplatePath(names);
            }

            position++;
        }
    }

    private bool IsPathStart(int position, int end)
        => IsNameCharacter(value[position], first: true) || (value[position] == '@' && position + 1 < end && IsNameCharacter(value[position + 1], first: true));

    private void ReportName(int position, int end)
    {
        if (char.IsWhiteSpace(value[position]))
        {
            int length = SkipWhiteSpace(position, end) - position;
            _errors.Add(new TemplateError(position, length, "a placeholder holds a name and nothing else; remove the white space, or write '{{' and '}}' for braces", Replacement: ""));
        }
        else
        {
            _errors.Add(new TemplateError(position, end - position, "a placeholder holds a name and nothing else; write '{{' and '}}' for braces"));
        }
    }

    private int SkipWhiteSpace(int position, int end)
    {
        while (position < end && char.IsWhiteSpace(value[position]))
        {
            position++;
        }

        return position;
    }

    private void ReadInclude(int tag, int end)
    {
        int nameStart = SkipBlanks(tag + 2);
        int nameEnd = end;
        while (nameEnd > nameStart && value[nameEnd - 1] is ' ' or '\t')
        {
            nameEnd--;
        }

        if (nameEnd <= nameStart)
        {
            _errors.Add(new TemplateError(tag, end + 1 - tag, "name the file to include, as in '{> Shared/Tone.prompt}'"));
            return;
        }

        HasIncludes = true;
        Add(new TemplateNode.Include(new TemplateName(value.Substring(nameStart, nameEnd - nameStart), nameStart)));
    }

    private static bool IsNameCharacter(char character, bool first)
        => character == '_' || (first ? char.IsLetter(character) : char.IsLetterOrDigit(character));
}
