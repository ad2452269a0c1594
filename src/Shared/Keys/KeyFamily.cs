namespace GeminiGen;

/// <summary>What the keys of one family look like: a fixed prefix, then a run of characters of one alphabet.</summary>
/// <param name="Name">What messages call the family.</param>
/// <param name="Provider">Whose key it is.</param>
/// <param name="Prefix">The characters every key of the family begins with; the only part of a key that is ever shown.</param>
/// <param name="Alphabet">The characters that follow the prefix.</param>
/// <param name="MinimumLength">Shortest whole key, in characters.</param>
/// <param name="MaximumLength">Longest whole key, in characters.</param>
/// <param name="EntropyFloor">Bits per character below which what follows the prefix was typed and not drawn.</param>
/// <param name="IsStrong">True when no other product uses the shape, so that it needs no sign of the provider near it.</param>
/// <param name="Variable">The environment variable that the provider's own clients read.</param>
/// <param name="Configuration">The configuration key that takes its place.</param>
internal sealed record KeyFamily(
    string Name,
    string Provider,
    string Prefix,
    KeyAlphabet Alphabet,
    int MinimumLength,
    int MaximumLength,
    double EntropyFloor,
    bool IsStrong,
    string Variable,
    string Configuration)
{
    /// <summary>Characters that stand somewhere in every key of the family; null when there are none.</summary>
    public string? Marker { get; init; }
}
