namespace GeminiGen.Testing.Contracts;

/// <summary>What feedback says.</summary>
/// <param name="Mood">The mood.</param>
/// <param name="Stars">The stars.</param>
public sealed record Feedback(string Mood, int Stars);
