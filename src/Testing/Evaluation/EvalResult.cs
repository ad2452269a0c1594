namespace GeminiGen.Testing;

/// <summary>What became of a case.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Input">What was asked, as text.</param>
/// <param name="Expected">What was expected, as text.</param>
/// <param name="Answer">What was answered, as text; <see langword="null"/> when the call failed.</param>
/// <param name="Scores">What each scorer makes of it; empty when the call failed.</param>
/// <param name="Error">Why there is no answer or no score, or <see langword="null"/>.</param>
/// <param name="Duration">How long the call took.</param>
public sealed record EvalResult(string Name, string Input, string Expected, string? Answer, IReadOnlyDictionary<string, EvalScore> Scores, string? Error, TimeSpan Duration)
{
    /// <summary>Whether there is an answer and every score is good enough.</summary>
    public bool IsPass => Error is null && Scores.Values.All(static score => score.IsPass);

    /// <summary>The tokens of the call; zero where it does not return a <see cref="PromptResult{T}"/>.</summary>
    public UsageMetadata Usage { get; init; }

    /// <summary>The cost of the call in USD, or <see langword="null"/> where it is not known.</summary>
    public decimal? Cost { get; init; }
}
