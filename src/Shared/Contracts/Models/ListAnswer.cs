namespace GeminiGen;

/// <summary>A JSON array.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="IsValueType"><inheritdoc cref="AnswerType"/></param>
/// <param name="Kind">Which collection it is.</param>
/// <param name="Element">The index of the element's type.</param>
/// <param name="IsElementNullable">Whether an element may be null.</param>
internal sealed record ListAnswer(string TypeName, string Name, bool IsValueType, ListKind Kind, int Element, bool IsElementNullable)
    : AnswerType(TypeName, Name, IsValueType, null);
