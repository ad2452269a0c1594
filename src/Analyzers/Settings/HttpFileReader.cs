namespace GeminiGen.Analyzers.Settings;

/// <summary>Files of requests (<c>.http</c>, <c>.rest</c>): variables, addresses, headers and bodies, line by line.</summary>
/// <param name="text">The text.</param>
/// <param name="visit">Takes the values.</param>
/// <param name="cancellationToken">Cancels.</param>
internal sealed class HttpFileReader(string text, SettingVisitor visit, CancellationToken cancellationToken) : SettingsReader(text, visit, cancellationToken)
{
    /// <inheritdoc/>
    public override void Read()
    {
        while (!AtEnd)
        {
            int end = FindLineEnd(Position);
            SkipBlanks();
            ReadLine(end);
            Position = end + 1;
        }
    }

    private void ReadLine(int end)
    {
        int start = Position;
        if (Current == '#' || IsAt("//"))
        {
            VisitVerbatim(start, end);
            return;
        }

        char separator = Current == '@' ? '=' : ':';
        int nameStart = Current == '@' ? start + 1 : start;
        int nameEnd = nameStart;
        while (nameEnd < end && (char.IsLetterOrDigit(Text[nameEnd]) || Text[nameEnd] is '-' or '_' or '.'))
        {
            nameEnd++;
        }

        int sign = nameEnd;
        while (sign < end && Text[sign] is ' ' or '\t')
        {
            sign++;
        }

        // "https://…" is an address, not a header.
        bool isNamed = nameEnd > nameStart && sign < end && Text[sign] == separator && !(sign + 1 < end && Text[sign + 1] == '/');
        Path.Push(isNamed ? Text.Substring(nameStart, nameEnd - nameStart) : "");
        VisitVerbatim(isNamed ? sign + 1 : start, end);
        Path.PopTo(0);
    }
}
