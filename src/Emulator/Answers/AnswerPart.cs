namespace GeminiGen.Emulator.Answers;

/// <summary>A piece of an answer's content.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsThought">Whether it is a summary of thinking, not part of the answer.</param>
internal readonly record struct AnswerPart(string Text, bool IsThought = false);
