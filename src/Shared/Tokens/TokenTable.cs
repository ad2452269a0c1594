namespace GeminiGen;

/// <summary>The tables of <see cref="TokenWeights"/>.</summary>
internal enum TokenTable
{
    /// <summary>How a word begins: its script, what stands before it, its capitals.</summary>
    WordKind,

    /// <summary>The number of a word's letters, by script and by what stands before it.</summary>
    WordLength,

    /// <summary>Two letters of a word, or its last letter and its end.</summary>
    LetterPair,

    /// <summary>One character of a script without spaces.</summary>
    Ideograph,

    /// <summary>A digit, mark, symbol or white space, and what stands before it.</summary>
    SymbolPair,
}
