namespace GeminiGen;

/// <summary>A limit and how long it still is.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="Duration">How long, or infinite.</param>
internal readonly record struct TimeLimit(GeminiTimeLimit Kind, TimeSpan Duration);
