namespace GeminiGen.Emulator.Answers;

/// <summary>What one response object of a stream carries; a response in one piece is a single last chunk.</summary>
/// <param name="Parts">The content.</param>
/// <param name="IsLast">Whether it says how the answer ended.</param>
/// <param name="Usage">The counts so far.</param>
internal sealed record AnswerChunk(IReadOnlyList<AnswerPart> Parts, bool IsLast, Usage Usage);
