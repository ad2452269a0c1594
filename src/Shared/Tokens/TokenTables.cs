namespace GeminiGen;

/// <summary>The sizes of the tables of features. They trade accuracy for bytes: see docs/accuracy.md.</summary>
internal static class TokenTables
{
    /// <summary>2 to this power pairs of letters are told apart.</summary>
    public const int LetterPairBits = 12;

    /// <summary>2 to this power ideographs are told apart.</summary>
    public const int IdeographBits = 13;

    /// <summary>2 to this power pairs of symbols are told apart.</summary>
    public const int SymbolPairBits = 11;

    /// <summary>A longer run of letters counts as several words.</summary>
    public const int MaxLetters = 24;

    /// <summary>Number of tables.</summary>
    public const int Count = 5;

    /// <summary>Number of features in a table.</summary>
    public static int Size(TokenTable table) => table switch
    {
        TokenTable.WordKind => CharacterClass.Scripts * 3 * 3,
        TokenTable.WordLength => CharacterClass.Scripts * 3 * (MaxLetters + 1),
        TokenTable.LetterPair => 1 << LetterPairBits,
        TokenTable.Ideograph => 1 << IdeographBits,
        _ => 1 << SymbolPairBits,
    };
}
