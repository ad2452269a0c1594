using System.Text;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Keys;

/// <summary>A text that source puts together, with the place every character comes from. What only running code knows is one unknown character, which no key holds.</summary>
internal sealed class FoldedText
{
    private const char Unknown = '\0';

    // No key is that long; what machines write may be.
    private const int MaximumLength = 100_000;

    private readonly StringBuilder _text = new();
    private readonly List<TextPart> _parts = [];

    /// <summary>How many characters there are.</summary>
    public int Length => _text.Length;

    /// <summary>Where a character comes from.</summary>
    public TextPart this[int index] => _parts[index];

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    /// <summary>Adds a text.</summary>
    public void Append(string text, TextPart part)
    {
        if (_text.Length + text.Length > MaximumLength)
        {
            AppendUnknown(part.Node);
            return;
        }

        _text.Append(text);
        for (int i = 0; i < text.Length; i++)
        {
            _parts.Add(part);
        }
    }

    /// <summary>Adds what is not known.</summary>
    public void AppendUnknown(SyntaxNode node)
    {
        _text.Append(Unknown);
        _parts.Add(TextPart.Of(node));
    }

    /// <summary>Adds a text as it is.</summary>
    public void Append(FoldedText other) => Insert(_text.Length, other);

    /// <summary>Adds a text that a reference gives.</summary>
    public void Append(FoldedText other, SyntaxNode reference, TextReach reach)
    {
        for (int i = 0; i < other._parts.Count; i++)
        {
            _parts.Add(other._parts[i].Through(reference, reach));
        }

        _text.Append(other._text);
    }

    /// <summary>Puts a text in.</summary>
    public void Insert(int index, FoldedText other)
    {
        _text.Insert(index, other.ToString());
        _parts.InsertRange(index, other._parts);
    }

    /// <summary>Takes characters out.</summary>
    public void Remove(int index, int count)
    {
        _text.Remove(index, count);
        _parts.RemoveRange(index, count);
    }

    /// <summary>Replaces every occurrence of some characters.</summary>
    public void Replace(string old, FoldedText with)
    {
        string text = _text.ToString();
        int shift = 0;
        for (int i = text.IndexOf(old, StringComparison.Ordinal); i >= 0 && _text.Length <= MaximumLength; i = text.IndexOf(old, i + old.Length, StringComparison.Ordinal))
        {
            Remove(i + shift, old.Length);
            Insert(i + shift, with);
            shift += with.Length - old.Length;
        }
    }

    /// <summary>Takes characters off the ends.</summary>
    public void Trim(bool start, bool end, Func<char, bool> isTrimmed)
    {
        int last = _text.Length;
        while (end && last > 0 && isTrimmed(_text[last - 1]))
        {
            last--;
        }

        Remove(last, _text.Length - last);
        int first = 0;
        while (start && first < _text.Length && isTrimmed(_text[first]))
        {
            first++;
        }

        Remove(0, first);
    }

    /// <summary>True when every character is known.</summary>
    public bool IsKnown() => _text.ToString().IndexOf(Unknown) < 0;
}
