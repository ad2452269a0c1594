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
}
