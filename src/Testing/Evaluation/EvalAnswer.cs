namespace GeminiGen.Testing;

/// <summary>An answer with what it cost.</summary>
internal readonly record struct EvalAnswer<T>(T Value, UsageMetadata Usage, decimal? Cost);
