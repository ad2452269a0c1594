namespace GeminiGen.Emulator.Validation;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">user, model, or null where the request gave none.</param>
/// <param name="Texts">The text of its parts, in order; thoughts left out.</param>
/// <param name="Media">The media types of its files.</param>
/// <param name="Results">What functions gave, each with its name before it.</param>
internal sealed record Turn(string? Role, IReadOnlyList<string> Texts, IReadOnlyList<string> Media, IReadOnlyList<string> Results)
{
    /// <summary>How many tokens each of its files counts, and as what.</summary>
    public IReadOnlyList<(string Modality, int Tokens)> MediaTokens { get; init; } = [];
}
