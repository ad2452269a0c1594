namespace GeminiGen;

/// <summary>A stretch of a template: literal text or a placeholder.</summary>
/// <param name="Text">The literal text with escapes resolved, or the placeholder's name.</param>
/// <param name="IsPlaceholder">Whether <paramref name="Text"/> names a parameter.</param>
/// <param name="Format">The .NET format behind the colon, or null.</param>
/// <param name="Start">Where the part begins in the template's value, braces included.</param>
/// <param name="Length">How many characters of the value it covers.</param>
internal readonly record struct TemplatePart(string Text, bool IsPlaceholder, string? Format, int Start, int Length)
{
    /// <summary>Where a placeholder's name begins.</summary>
    public int NameStart => Start + 1;

    /// <summary>Where a placeholder's format begins, behind the colon.</summary>
    public int FormatStart => NameStart + Text.Length + 1;
}
