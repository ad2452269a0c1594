namespace GeminiGen.Analyzers.Keys;

/// <summary>What a statement does to a local variable.</summary>
internal enum LocalStepKind
{
    /// <summary>Gives it a value.</summary>
    Set,

    /// <summary>Appends a value.</summary>
    Append,

    /// <summary>Calls methods of the builder it holds.</summary>
    Call,

    /// <summary>Gives it what only running code knows.</summary>
    Unknown,
}
