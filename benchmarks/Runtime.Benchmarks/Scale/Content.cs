namespace GeminiGen.Benchmarks.Scale;

/// <summary>One turn.</summary>
internal sealed record Content(string? Role, Part[] Parts);
