namespace GeminiGen.Shared.Catalog;

/// <summary>How a model thinks, for rules and generator.</summary>
internal sealed record CatalogThinking
{
    /// <summary>How thinking is set.</summary>
    public CatalogThinkingKind Kind { get; init; }

    /// <summary>The levels the model accepts, in the API's spelling (<c>LOW</c>); empty unless <see cref="Kind"/> is Level, or when unknown.</summary>
    public string[] Levels { get; init; } = [];

    /// <summary>Smallest budget in tokens, apart from 0 (off) and -1 (dynamic).</summary>
    public int? Min { get; init; }

    /// <summary>Largest budget in tokens.</summary>
    public int? Max { get; init; }

    /// <summary>Whether a budget of 0 switches thinking off.</summary>
    public bool CanDisable { get; init; }

    /// <summary>Whether a budget of -1 leaves the amount to the model.</summary>
    public bool Dynamic { get; init; }

    /// <summary>What the model does when a request says nothing: a level, <c>dynamic</c> or <c>off</c>; null when nobody says.</summary>
    public string? Default { get; init; }
}
