namespace GeminiGen;

/// <summary>A type whose JSON says which of several types derived from it follows.</summary>
/// <param name="TypeName"><inheritdoc cref="AnswerType"/></param>
/// <param name="Name"><inheritdoc cref="AnswerType"/></param>
/// <param name="Description"><inheritdoc cref="AnswerType"/></param>
/// <param name="Discriminator">The name of the member that says it.</param>
/// <param name="Cases">The derived types in order.</param>
internal sealed record PolymorphicAnswer(string TypeName, string Name, string? Description, string Discriminator, EquatableArray<PolymorphicCase> Cases)
    : AnswerType(TypeName, Name, false, Description);
