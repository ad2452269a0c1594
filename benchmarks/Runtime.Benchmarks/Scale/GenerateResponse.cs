namespace GeminiGen.Benchmarks.Scale;

/// <summary>Response body as plain records, with the fields of a text answer only.</summary>
internal sealed record GenerateResponse(Candidate[]? Candidates);
