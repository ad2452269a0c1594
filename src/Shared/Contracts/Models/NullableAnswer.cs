namespace GeminiGen;

/// <summary>A <c>Nullable&lt;T&gt;</c>.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="Underlying">The index of <c>T</c>.</param>
internal sealed record NullableAnswer(string TypeName, string Name, int Underlying)
    : AnswerType(TypeName, Name, true, null);
