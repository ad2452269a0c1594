namespace GeminiGen;

/// <summary>The lowest or the highest value of a number.</summary>
/// <param name="Json">The value as JSON.</param>
/// <param name="Literal">The value as C#, of a type the member compares with.</param>
/// <param name="IsExclusive">Whether the value itself is out.</param>
internal sealed record AnswerBound(string Json, string Literal, bool IsExclusive);
