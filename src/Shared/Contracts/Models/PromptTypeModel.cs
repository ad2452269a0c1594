namespace GeminiGen;

/// <summary>A type as a prompt file can ask for it.</summary>
/// <param name="Type">What writing a value takes to know.</param>
/// <param name="Element">The number of the items' type; -1 when it is no list.</param>
/// <param name="Members">The members a template can name.</param>
internal sealed record PromptTypeModel(PromptType Type, int Element, EquatableArray<PromptMemberModel> Members)
{
    /// <summary>Whether what it leads to was left out, because the types before led to too much.</summary>
    public bool IsCut { get; init; }
}
