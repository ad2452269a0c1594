namespace GeminiGen;

/// <summary>What a method's templates came to once their files were read.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="SystemInstruction">The system instruction.</param>
/// <param name="FrontMatter">What the file says beside its template.</param>
internal sealed record BoundPrompt(EquatableArray<PromptNode> Prompt, EquatableArray<PromptNode> SystemInstruction, FrontMatter FrontMatter)
{
    /// <summary>Nothing bound.</summary>
    public static BoundPrompt Empty { get; } = new(default, default, FrontMatter.Empty);
}
