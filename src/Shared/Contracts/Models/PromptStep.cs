namespace GeminiGen;

/// <summary>One member on the way to a value.</summary>
/// <param name="Member">The property or field, unescaped.</param>
/// <param name="IsConditional">Whether what it is taken from can be null; then it is null as well.</param>
internal readonly record struct PromptStep(string Member, bool IsConditional);
