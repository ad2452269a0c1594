namespace GeminiGen;

/// <summary>Where a statement of the catalogue comes from.</summary>
public sealed class GeminiSource
{
    /// <summary>What the source states.</summary>
    public string What { get; init; } = "";

    /// <summary>The page, file or thread.</summary>
    public string Where { get; init; } = "";

    /// <summary>When it was read, or the state it describes.</summary>
    public string? Date { get; init; }
}
