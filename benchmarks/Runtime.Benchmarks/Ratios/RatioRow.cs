namespace GeminiGen.Benchmarks.Ratios;

/// <summary>One row of the table: what is compared with its reference, and how many calls make one batch.</summary>
internal sealed record RatioRow(string Name, Func<Task> Reference, Func<Task> Candidate, int CallsPerBatch);
