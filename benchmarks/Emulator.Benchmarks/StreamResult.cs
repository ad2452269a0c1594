namespace GeminiGen.Benchmarks;

/// <summary>What load with streams found.</summary>
/// <param name="MostOpen">How many had begun and not ended, at most.</param>
/// <param name="Complete">How many came to their end.</param>
/// <param name="Elapsed">From first to last.</param>
internal sealed record StreamResult(int MostOpen, int Complete, TimeSpan Elapsed);
