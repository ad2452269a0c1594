namespace GeminiGen;

/// <summary>A field of the request that the API refuses.</summary>
/// <param name="Field">The field.</param>
/// <param name="Description">What is wrong with it, or <see langword="null"/> when the API does not say.</param>
internal sealed record FieldViolation(string Field, string? Description);
