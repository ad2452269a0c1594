using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Settings;

/// <summary>Puts a <see cref="DecodedText"/> together, one character after another. Costs no more than a text while the file holds the characters as they are.</summary>
internal sealed class DecodedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _places = [];
    private int _start;
    private int _end;

    /// <summary>How many characters there are.</summary>
    public int Length => _text.Length;

    /// <summary>Whether nothing but white space was put in.</summary>
    public bool IsBlank { get; private set; } = true;

    private bool IsVerbatim => _places.Count == 0;

    /// <summary>Adds a character.</summary>
    /// <param name="character">The character.</param>
    /// <param name="start">Where the file begins to write it.</param>
    /// <param name="length">In how many characters.</param>
    public void Append(char character, int start, int length = 1)
    {
        if (_text.Length == 0)
        {
            _start = _end = start;
        }

        if (IsVerbatim && (length != 1 || start != _end))
        {
            for (int i = 0; i < _text.Length; i++)
            {
                _places.Add(new TextSpan(_start + i, 1));
            }

            AddPlace(start, length);
        }
        else if (!IsVerbatim)
        {
            AddPlace(start, length);
        }

        _end = start + length;
        IsBlank &= char.IsWhiteSpace(character);
        _text.Append(character);
    }

    /// <summary>Adds what stands for one escape.</summary>
    public void Append(string characters, int start, int length)
    {
        foreach (char character in characters)
        {
            Append(character, start, length);
        }
    }

    /// <summary>The text, after which the builder is empty.</summary>
    public DecodedText Take()
    {
        DecodedText text = IsVerbatim ? new(_text.ToString(), _start) : new(_text.ToString(), [.. _places]);
        _text.Clear();
        _places.Clear();
        IsBlank = true;
        return text;
    }

    private void AddPlace(int start, int length) => _places.Add(new TextSpan(start, length));
}
