namespace GeminiGen;

/// <summary>A mistake in a template's syntax.</summary>
/// <param name="Start">The first wrong character in the template's value.</param>
/// <param name="Length">How many characters are wrong.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
/// <param name="Replacement">What to write in place of the wrong characters, where there is no doubt.</param>
internal readonly record struct TemplateError(int Start, int Length, string Message, string? Replacement = null);
