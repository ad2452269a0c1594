namespace GeminiGen.Analyzers.Tests.Keys;

/// <summary>A program and what is known of it.</summary>
/// <param name="Label">Its class.</param>
/// <param name="Source">The source.</param>
/// <param name="Key">The key it holds; empty for none.</param>
/// <param name="Family">Whose key.</param>
internal sealed record LabelledProgram(string Label, string Source, string Key, KeyFamily Family);
