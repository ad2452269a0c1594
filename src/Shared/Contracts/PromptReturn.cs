namespace GeminiGen;

/// <summary>What a method's return type says.</summary>
/// <param name="Call">How the request is executed.</param>
/// <param name="IsValueTask">Whether the task is handed over as a <c>ValueTask</c>.</param>
/// <param name="AnswerType">The index of the answer's type; -1 for text.</param>
/// <param name="IsNullable">Whether the answer as a whole may be null.</param>
internal readonly record struct PromptReturn(PromptCallKind Call, bool IsValueTask, int AnswerType, bool IsNullable = false);
