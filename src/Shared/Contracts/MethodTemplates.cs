namespace GeminiGen;

/// <summary>The templates of a method.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="SystemInstruction">The system instruction.</param>
/// <param name="Pending">What is bound once the prompt files are known; null when all is bound.</param>
/// <param name="IsRead">Whether there is a prompt and it was read, so that what it does not name is not in it.</param>
internal readonly record struct MethodTemplates(
    EquatableArray<PromptNode> Prompt,
    EquatableArray<PromptNode> SystemInstruction,
    PendingPrompt? Pending,
    bool IsRead);
