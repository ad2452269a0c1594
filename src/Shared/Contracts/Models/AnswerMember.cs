namespace GeminiGen;

/// <summary>A member of an answer's object.</summary>
/// <param name="Name">The property's name, unescaped.</param>
/// <param name="JsonName">The name in JSON.</param>
/// <param name="DeclaringTypeName">The type that declares the property.</param>
/// <param name="Type">The index of its type.</param>
/// <param name="IsNullable">Whether JSON may have null for it.</param>
/// <param name="IsRequired">Whether JSON must have it.</param>
/// <param name="Write">How its value reaches the object.</param>
/// <param name="HasGetter">Whether the generated code can read it.</param>
/// <param name="Description">What the model is told about it, or null.</param>
/// <param name="Rules">What is asked of its value, or null.</param>
internal sealed record AnswerMember(
    string Name,
    string JsonName,
    string DeclaringTypeName,
    int Type,
    bool IsNullable,
    bool IsRequired,
    AnswerWrite Write,
    bool HasGetter,
    string? Description,
    AnswerRules? Rules)
{
    /// <summary>Whether a list or a dictionary that is not nullable may be missing all the same, and then has no elements.</summary>
    public bool IsEmptyWhenMissing { get; init; }
}
