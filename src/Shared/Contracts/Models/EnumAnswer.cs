namespace GeminiGen;

/// <summary>An enum, read from the names of its members.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="Description"><inheritdoc cref="AnswerType"/></param>
/// <param name="Members">The names as JSON has them.</param>
internal sealed record EnumAnswer(string TypeName, string Name, string? Description, EquatableArray<string> Members)
    : AnswerType(TypeName, Name, true, Description);
