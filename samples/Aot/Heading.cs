namespace AotSample;

/// <summary>A heading of an outline, and those below it.</summary>
internal sealed record Heading(string Title, IReadOnlyList<Heading> Below);
