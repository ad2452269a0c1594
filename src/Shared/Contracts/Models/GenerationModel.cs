namespace GeminiGen;

/// <summary>The settings of <c>[Generation]</c>, method over contract; null is "not set".</summary>
internal sealed record GenerationModel(
    double? Temperature,
    double? TopP,
    int? TopK,
    int? MaxOutputTokens,
    EquatableArray<string>? StopSequences,
    int? Seed,
    int? ThinkingBudget,
    string? ThinkingLevel)
{
    /// <summary>Nothing set.</summary>
    public static GenerationModel Empty { get; } = new(null, null, null, null, null, null, null, null);

    /// <summary>These settings, and those of <paramref name="other"/> where these set nothing.</summary>
    public GenerationModel Over(GenerationModel other)
    {
        // Level and budget exclude each other: who sets either has decided both.
        GenerationModel thinking = ThinkingLevel is null && ThinkingBudget is null ? other : this;
        return new GenerationModel(
            Temperature ?? other.Temperature,
            TopP ?? other.TopP,
            TopK ?? other.TopK,
            MaxOutputTokens ?? other.MaxOutputTokens,
            StopSequences ?? other.StopSequences,
            Seed ?? other.Seed,
            thinking.ThinkingBudget,
            thinking.ThinkingLevel);
    }
}
