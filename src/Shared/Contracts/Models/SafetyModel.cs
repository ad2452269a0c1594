namespace GeminiGen;

/// <summary>A safety setting.</summary>
/// <param name="Category">The category as C#.</param>
/// <param name="Threshold">The threshold as C#.</param>
internal readonly record struct SafetyModel(string Category, string Threshold);
