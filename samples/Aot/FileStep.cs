namespace AotSample;

/// <summary>Put it away.</summary>
internal sealed record FileStep(string Folder) : Step;
