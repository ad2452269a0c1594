namespace GeminiGen;

/// <summary>An enum, read from the names of its members: one of them, or an array of them where they are flags.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="Description"><inheritdoc cref="AnswerType"/></param>
/// <param name="IsFlags">Whether several members hold at once.</param>
/// <param name="Members">The members in order.</param>
internal sealed record EnumAnswer(string TypeName, string Name, string? Description, bool IsFlags, EquatableArray<EnumMember> Members)
    : AnswerType(TypeName, Name, true, Description);
