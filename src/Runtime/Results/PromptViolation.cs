namespace GeminiGen;

/// <summary>One thing that is wrong with an answer.</summary>
/// <param name="Path">Where it is, as a JSON path such as <c>$.items[2].stars</c>.</param>
/// <param name="Rule">What the value should be, such as <c>must be at most 5</c>.</param>
/// <param name="Value">The value that was answered, shortened to 100 characters, or <see langword="null"/> when there is none to show.</param>
public sealed record PromptViolation(string Path, string Rule, string? Value)
{
    /// <summary>Path and rule as one sentence, without the value.</summary>
    /// <returns>The sentence.</returns>
    public override string ToString() => Path + " " + Rule;
}
