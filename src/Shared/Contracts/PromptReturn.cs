namespace GeminiGen;

/// <summary>What a method's return type says.</summary>
/// <param name="Call">How the request is executed.</param>
/// <param name="IsValueTask">Whether the task is handed over as a <c>ValueTask</c>.</param>
/// <param name="AnswerType">The index of the answer's type, or of that of an element where elements are streamed; -1 for text.</param>
/// <param name="IsNullable">Whether it may be null as a whole.</param>
/// <param name="Snapshot">How snapshots of it are streamed, or null.</param>
internal readonly record struct PromptReturn(PromptCallKind Call, bool IsValueTask, int AnswerType, bool IsNullable = false, SnapshotAnswer? Snapshot = null);
