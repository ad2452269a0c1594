using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Settings;

/// <summary>A value as the program will read it, without escapes, and the way back to the characters of the file.</summary>
internal sealed class DecodedText
{
    private readonly int _start;
    private readonly TextSpan[]? _places;

    /// <summary>A text that stands in the file as it is.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="start">Where the first of them stands.</param>
    public DecodedText(string text, int start)
    {
        Text = text;
        _start = start;
    }

    /// <summary>A text that the file writes otherwise.</summary>
    /// <param name="text">The characters.</param>
    /// <param name="places">What stands in the file for each of them.</param>
    public DecodedText(string text, TextSpan[] places)
    {
        Text = text;
        _places = places;
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>What stands in the file for a part of the text that is not empty.</summary>
    public TextSpan Locate(int start, int length)
        => _places is null
            ? new TextSpan(_start + start, length)
            : TextSpan.FromBounds(_places[start].Start, _places[start + length - 1].End);

    /// <summary>The text from a character on.</summary>
    public DecodedText From(int start)
        => _places is null ? new(Text.Substring(start), _start + start) : new(Text.Substring(start), _places.AsSpan(start).ToArray());
}
