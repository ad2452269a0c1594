namespace GeminiGen.EndToEnd.Tests;

/// <summary>Values whose form the schema tells in words or by a format.</summary>
public sealed record Stamp(Guid Id, DateOnly Day, TimeOnly Time, TimeSpan Length, char Initial, Uri Source, decimal Price);
