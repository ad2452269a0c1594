using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen;

/// <summary>A template in a file.</summary>
/// <param name="file">The file.</param>
internal sealed class FileSite(PromptFile file) : TemplateSite
{
    /// <inheritdoc/>
    public override Location Locate(int start, int length)
    {
        int from = Math.Min(start, file.Text.Length);
        int to = Math.Min(start + length, file.Text.Length);
        return Location.Create(file.Path, TextSpan.FromBounds(from, to), new LinePositionSpan(GetPosition(from), GetPosition(to)));
    }

    private LinePosition GetPosition(int offset)
    {
        int line = 0;
        int lineStart = 0;
        for (int i = 0; i < offset; i++)
        {
            bool endsLine = file.Text[i] == '\n' || (file.Text[i] == '\r' && (i + 1 == file.Text.Length || file.Text[i + 1] != '\n'));
            if (endsLine)
            {
                line++;
                lineStart = i + 1;
            }
        }

        return new LinePosition(line, offset - lineStart);
    }
}
