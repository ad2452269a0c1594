namespace GeminiGen;

/// <summary>How a model's thinking is set.</summary>
public enum GeminiThinkingKind
{
    /// <summary>The model does not think.</summary>
    None,

    /// <summary>By a level; a budget is refused by some of these models.</summary>
    Level,

    /// <summary>By a budget in tokens; a level is refused.</summary>
    Budget,

    /// <summary>Only in an experimental edition.</summary>
    Experimental,
}
