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

    /// <summary>Adds a value to the list it holds.</summary>
    Item,

    /// <summary>Sets an element of the array it holds.</summary>
    Element,

    /// <summary>Copies a text into the characters it holds.</summary>
    Copy,

    /// <summary>Gives it what only running code knows.</summary>
    Unknown,
}
