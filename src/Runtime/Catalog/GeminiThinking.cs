namespace GeminiGen;

/// <summary>How a model thinks before it answers.</summary>
public sealed class GeminiThinking
{
    /// <summary>How thinking is set.</summary>
    public GeminiThinkingKind Kind { get; init; }

    /// <summary>The levels the model accepts, in the API's spelling (<c>LOW</c>); empty for other kinds, or when no source says.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>What the model does when a request says nothing: a level, <c>dynamic</c> or <c>off</c>; null when no source says.</summary>
    public string? Default { get; init; }

    /// <summary>Smallest budget in tokens, apart from 0 (off) and -1 (dynamic); null for other kinds.</summary>
    public int? Min { get; init; }

    /// <summary>Largest budget in tokens; null for other kinds.</summary>
    public int? Max { get; init; }

    /// <summary>Whether a budget of 0 switches thinking off.</summary>
    public bool CanDisable { get; init; }

    /// <summary>Whether a budget of -1 leaves the amount to the model.</summary>
    public bool Dynamic { get; init; }
}
