using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>A repair of a few characters.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Changes">The changes, in order.</param>
internal sealed record KeyRepair(string Title, IReadOnlyList<TextChange> Changes)
{
    /// <summary>A repair in one place.</summary>
    public static KeyRepair Of(string title, TextSpan span, string text) => new(title, [new TextChange(span, text)]);
}
