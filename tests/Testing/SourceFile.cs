namespace GeminiGen.TestHarness;

/// <summary>A file of a test project.</summary>
/// <param name="Path">Its path; appears in nothing but diagnostics.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceFile(string Path, string Text);
