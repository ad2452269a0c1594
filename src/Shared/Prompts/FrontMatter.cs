namespace GeminiGen;

/// <summary>What the front matter of a prompt file says.</summary>
/// <param name="Model">The model, or null.</param>
/// <param name="Generation">The settings.</param>
/// <param name="Defaults">What is written for parameters that are null.</param>
internal sealed record FrontMatter(string? Model, GenerationModel Generation, EquatableArray<PromptDefault> Defaults)
{
    /// <summary>Nothing said.</summary>
    public static FrontMatter Empty { get; } = new(null, GenerationModel.Empty, default);
}
