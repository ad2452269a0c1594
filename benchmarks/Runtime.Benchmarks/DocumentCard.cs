namespace GeminiGen.Benchmarks;

/// <summary>The answer of the typed call: six fields, among them an enum and a list.</summary>
public sealed record DocumentCard(string Title, DocumentKind Kind, int Pages, double Score, List<string> Topics, string? Author);
