namespace GeminiGen.Benchmarks.Scale;

/// <summary>One candidate.</summary>
internal sealed record Candidate(Content? Content, string? FinishReason);
