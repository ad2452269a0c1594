namespace GeminiGen;

/// <summary>What the keys of one family look like: a fixed prefix, then a run of letters, digits, '-' and '_'.</summary>
/// <param name="Name">What messages call the family.</param>
/// <param name="Prefix">The characters every key of the family begins with; the only part of a key that is ever shown.</param>
/// <param name="MinimumLength">Shortest whole key, in characters.</param>
/// <param name="MaximumLength">Longest whole key, in characters.</param>
/// <param name="IsStrong">True when no other product uses the shape, so that it needs no further sign of Gemini.</param>
internal sealed record KeyShape(string Name, string Prefix, int MinimumLength, int MaximumLength, bool IsStrong);
