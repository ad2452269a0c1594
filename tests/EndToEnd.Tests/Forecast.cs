namespace GeminiGen.EndToEnd.Tests;

/// <summary>What a function gives.</summary>
public sealed record Forecast(string City, IReadOnlyList<double> Temperatures);
