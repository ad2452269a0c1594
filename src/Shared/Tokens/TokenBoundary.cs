namespace GeminiGen;

/// <summary>What stands before a word.</summary>
internal enum TokenBoundary
{
    /// <summary>A space, which becomes part of the word's first token.</summary>
    Space,

    /// <summary>A letter: the word is the second half of <c>camelCase</c>, or goes on after <see cref="TokenTables.MaxLetters"/>.</summary>
    Letter,

    /// <summary>A line break, a mark, a digit, an ideograph, or nothing.</summary>
    Other,
}
