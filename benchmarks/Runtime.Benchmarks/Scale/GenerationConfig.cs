namespace GeminiGen.Benchmarks.Scale;

/// <summary>Settings.</summary>
internal sealed record GenerationConfig(int MaxOutputTokens, double Temperature);
