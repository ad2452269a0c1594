namespace GeminiGen;

/// <summary>A record, class or struct, read from a JSON object.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="IsValueType"><inheritdoc cref="AnswerType"/></param>
/// <param name="Description"><inheritdoc cref="AnswerType"/></param>
/// <param name="Members">The members in the order the schema lists them.</param>
/// <param name="Arguments">The constructor's arguments in order.</param>
internal sealed record ObjectAnswer(
    string TypeName,
    string Name,
    bool IsValueType,
    string? Description,
    EquatableArray<AnswerMember> Members,
    EquatableArray<AnswerArgument> Arguments)
    : AnswerType(TypeName, Name, IsValueType, Description);
