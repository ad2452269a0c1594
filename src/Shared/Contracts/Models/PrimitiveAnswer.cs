namespace GeminiGen;

/// <summary>A type that JSON writes as one string, number or boolean.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="IsValueType"><inheritdoc cref="AnswerType"/></param>
/// <param name="Converter">The converter's property of <c>JsonMetadataServices</c>; null where the runtime reads the value itself.</param>
/// <param name="Schema">Its row in the schema table.</param>
internal sealed record PrimitiveAnswer(string TypeName, string Name, bool IsValueType, string? Converter, PrimitiveSchema Schema)
    : AnswerType(TypeName, Name, IsValueType, null);
