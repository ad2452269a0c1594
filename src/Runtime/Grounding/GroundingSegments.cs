using System.Text;

namespace GeminiGen;

/// <summary>
/// Finds the parts of an answer that the API names by UTF-8 bytes. They count from the start of a part of the response, or in streams from the start of the
/// answer; the text that stands with them decides which.
/// </summary>
/// <param name="text">The answer's text.</param>
/// <param name="partStarts">Where in it each part of the response begins.</param>
internal sealed class GroundingSegments(string text, IReadOnlyList<int> partStarts)
{
    private readonly byte[] _utf8 = Encoding.UTF8.GetBytes(text);

    internal string Text => text;

    /// <summary>The place in characters.</summary>
    internal Range Find(int part, int start, int end, string? expected)
    {
        int offset = part >= 0 && part < partStarts.Count ? Encoding.UTF8.GetByteCount(text.AsSpan(0, partStarts[part])) : 0;
        Range ofPart = ToCharacters(offset + start, offset + end);
        if (expected is null || text[ofPart] == expected)
        {
            return ofPart;
        }

        Range ofAll = ToCharacters(start, end);
        if (text[ofAll] == expected)
        {
            return ofAll;
        }

        int found = text.IndexOf(expected, StringComparison.Ordinal);
        return found < 0 ? ofPart : new Range(found, found + expected.Length);
    }

    private Range ToCharacters(int start, int end)
    {
        start = Math.Clamp(start, 0, _utf8.Length);
        end = Math.Clamp(end, start, _utf8.Length);
        return new Range(CountCharacters(start), CountCharacters(end));
    }

    // A character begins with a byte that continues none; one of four bytes is a surrogate pair.
    private int CountCharacters(int bytes)
    {
        int count = 0;
        foreach (byte b in _utf8.AsSpan(0, bytes))
        {
            count += (b & 0xC0) == 0x80 ? 0 : b >= 0xF0 ? 2 : 1;
        }

        return count;
    }
}
