namespace GeminiGen;

/// <summary>One of the types a polymorphic answer may be.</summary>
/// <param name="Type">The index of the type.</param>
/// <param name="Value">What the discriminator says for it.</param>
/// <param name="IsNumber">Whether it says so by a number.</param>
internal sealed record PolymorphicCase(int Type, string Value, bool IsNumber);
