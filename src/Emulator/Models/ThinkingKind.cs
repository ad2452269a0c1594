namespace GeminiGen.Emulator.Models;

/// <summary>How a model's thinking is set.</summary>
internal enum ThinkingKind
{
    /// <summary>Not known: every setting passes.</summary>
    Unknown,

    /// <summary>The model does not think.</summary>
    None,

    /// <summary>By a number of tokens.</summary>
    Budget,

    /// <summary>By a named level.</summary>
    Level,
}
