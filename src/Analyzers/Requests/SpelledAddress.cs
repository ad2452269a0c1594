using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Requests;

/// <summary>The text of an address, with the code that each stretch of it stands in.</summary>
/// <param name="whole">The place of all of it.</param>
internal sealed class SpelledAddress(Location whole)
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, SyntaxNode Code)> _parts = [];

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Adds a stretch.</summary>
    public void Add(string text, IOperation operation)
    {
        _parts.Add((_text.Length, operation.Syntax));
        _text.Append(text);
    }

    /// <summary>Where a part of the text stands: its very characters where one literal spells them, else the code that makes them.</summary>
    public Location LocationOf(int start, string part)
    {
        SyntaxNode? code = _parts.FindLast(candidate => candidate.Start <= start).Code;
        string written = code?.ToString() ?? "";
        int index = written.IndexOf(part, StringComparison.Ordinal);
        return code is not null && index >= 0 && written.IndexOf(part, index + 1, StringComparison.Ordinal) < 0
            ? Location.Create(code.SyntaxTree, new TextSpan(code.SpanStart + index, part.Length))
            : whole;
    }
}
