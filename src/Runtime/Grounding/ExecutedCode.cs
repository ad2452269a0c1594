namespace GeminiGen;

/// <summary>Code the model wrote and the API ran.</summary>
/// <param name="Language">The language in the API's words, as <c>PYTHON</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="Outcome">What became of it in the API's words, as <c>OUTCOME_OK</c>; <see langword="null"/> when the answer does not say.</param>
/// <param name="Output">What it wrote, or why it failed; <see langword="null"/> when the answer does not say.</param>
public sealed record ExecutedCode(string Language, string Code, string? Outcome, string? Output);
