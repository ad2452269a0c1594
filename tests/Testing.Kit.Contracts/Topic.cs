namespace GeminiGen.Testing.Contracts;

/// <summary>A topic.</summary>
/// <param name="Name">Its name.</param>
public sealed record Topic(string Name);
