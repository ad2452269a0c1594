namespace GeminiGen.EndToEnd.Tests;

/// <summary>Somebody.</summary>
public sealed record Person(string Name, string? Email);
