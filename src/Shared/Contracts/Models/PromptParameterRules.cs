namespace GeminiGen;

/// <summary>What the annotations of a prompt method's parameter ask of its argument.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="IsText">Whether the argument is a text.</param>
/// <param name="LengthMember">The property that tells how long it is, or null where nothing asks.</param>
internal sealed record PromptParameterRules(AnswerRules Rules, bool IsText, string? LengthMember)
{
    /// <summary>Whether the argument is an <c>ImmutableArray</c>, which may be none at all without being null.</summary>
    public bool MayBeDefault { get; init; }
}
