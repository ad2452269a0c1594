namespace GeminiGen.Emulator.Errors;

/// <summary>What is wrong with one field.</summary>
/// <param name="Field">The path in the API's own spelling, for example <c>generation_config.top_p</c>; empty for the whole body.</param>
/// <param name="Description">The reason.</param>
internal readonly record struct FieldViolation(string Field, string Description);
