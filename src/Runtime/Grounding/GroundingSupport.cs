namespace GeminiGen;

/// <summary>A part of an answer, and what it rests on.</summary>
/// <param name="Range">The part's place in the answer's text, in characters (<see langword="char"/>s), ready to index the string with.</param>
/// <param name="Text">The part itself.</param>
/// <param name="Sources">The sources.</param>
public sealed record GroundingSupport(Range Range, string Text, IReadOnlyList<GroundingSource> Sources);
