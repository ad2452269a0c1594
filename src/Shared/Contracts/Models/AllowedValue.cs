namespace GeminiGen;

/// <summary>One of the values a member may have.</summary>
/// <param name="Json">The value as JSON; a text without its quotes.</param>
/// <param name="Literal">The value as C#.</param>
internal sealed record AllowedValue(string Json, string Literal);
