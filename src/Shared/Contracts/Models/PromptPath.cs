namespace GeminiGen;

/// <summary>Where a value of a prompt comes from.</summary>
/// <param name="Root">What it starts at.</param>
/// <param name="Index">The parameter's index, or the loop's number.</param>
/// <param name="Steps">The members taken from there.</param>
/// <param name="Type">What the value is. It can be null when any step on the way can.</param>
internal sealed record PromptPath(PromptPathRoot Root, int Index, EquatableArray<PromptStep> Steps, PromptType Type)
{
    /// <summary>Whether it comes from a parameter that is marked <c>[Untrusted]</c>.</summary>
    public bool IsUntrusted { get; init; }
}
