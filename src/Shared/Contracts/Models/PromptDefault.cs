namespace GeminiGen;

/// <summary>What a prompt file writes for a parameter that is null.</summary>
/// <param name="Parameter">The parameter's index.</param>
/// <param name="Literal">The value as C#.</param>
internal readonly record struct PromptDefault(int Parameter, string Literal);
