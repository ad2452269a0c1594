namespace GeminiGen.Benchmarks.Scale;

/// <summary>One part of a turn.</summary>
internal sealed record Part(string? Text);
