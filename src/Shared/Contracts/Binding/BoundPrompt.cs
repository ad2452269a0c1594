namespace GeminiGen;

/// <summary>What a method's templates came to once their files were read.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="SystemInstruction">The system instruction.</param>
/// <param name="Model">The model the file names, or null.</param>
/// <param name="Generation">The settings of the file.</param>
internal sealed record BoundPrompt(
    EquatableArray<PromptNode> Prompt,
    EquatableArray<PromptNode> SystemInstruction,
    string? Model,
    GenerationModel Generation);
