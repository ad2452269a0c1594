namespace GeminiGen;

/// <summary>A stretch of a prompt: constant text, or the value of a parameter.</summary>
/// <param name="Text">The constant text; empty for a value.</param>
/// <param name="Parameter">The parameter's index; -1 for constant text.</param>
/// <param name="Format">The format of the value, or null.</param>
internal sealed record TemplateSegment(string Text, int Parameter, string? Format);
