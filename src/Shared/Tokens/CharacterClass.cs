namespace GeminiGen;

/// <summary>Classes of characters as vocabularies treat them: letters of alphabets, characters of scripts without spaces, and the rest.</summary>
internal static class CharacterClass
{
    /// <summary>Number of values of <see cref="Script"/>.</summary>
    public const int Scripts = 16;

    /// <summary>Stands for a letter among the symbols.</summary>
    public const int Letter = 'a';

    /// <summary>Stands for an ideograph among the symbols.</summary>
    public const int Ideograph = 1;

    /// <summary>Number of values of <see cref="Symbol"/>.</summary>
    public const int Symbols = 128 + (1 << OtherSymbolBits);

    private const int OtherSymbolBits = 6;

    /// <summary>Whether a character is part of words: letters and combining marks from Latin to Greek Extended.</summary>
    public static bool IsLetter(int codePoint)
        => codePoint < 0xC0 ? (uint)((codePoint | 0x20) - 'a') <= 'z' - 'a' : codePoint < 0x2000 && codePoint is not (0xD7 or 0xF7);

    /// <summary>Whether a character belongs to a script that tokens cut by the character: kana, ideographs, Hangul, and their full-width marks.</summary>
    public static bool IsIdeograph(int codePoint)
        => codePoint is (>= 0x2E80 and < 0xD800) or (>= 0xF900 and < 0xFB00) or (>= 0xFF00 and < 0xFFF0) or (>= 0x20000 and < 0x40000);

    /// <summary>Whether a letter is a capital of an alphabet that vocabularies hold in both cases.</summary>
    public static bool IsCapital(int letter)
        => letter < 0x80 ? letter <= 'Z' : letter is (>= 0xC0 and <= 0xDE) or (>= 0x391 and <= 0x3A9) or (>= 0x410 and <= 0x42F);

    /// <summary>The small letter of a capital; any other letter itself.</summary>
    public static int ToSmall(int letter) => IsCapital(letter) ? letter + 0x20 : letter;

    /// <summary>The script of a letter, below <see cref="Scripts"/>.</summary>
    public static int Script(int letter) => letter < 0x250 ? 0 : letter switch
    {
        < 0x370 => 1, // phonetic letters and combining marks
        < 0x400 => 2, // Greek
        < 0x530 => 3, // Cyrillic
        < 0x590 => 4, // Armenian
        < 0x600 => 5, // Hebrew
        < 0x700 => 6, // Arabic
        < 0x900 => 7, // Syriac, N'Ko and neighbours
        < 0x980 => 8, // Devanagari
        < 0xE00 => 9, // the other scripts of India, Sinhala
        < 0xE80 => 10, // Thai
        < 0x10A0 => 11, // Lao, Tibetan, Burmese
        < 0x1100 => 12, // Georgian
        < 0x1200 => 13, // conjoining Hangul
        < 0x1E00 => 14, // Ethiopic to Khmer and Mongolian
        _ => 15, // Latin additional (Vietnamese), Greek extended
    };

    /// <summary>A digit, mark, symbol or white space as a number below <see cref="Symbols"/>: ASCII as it is, the rest in groups.</summary>
    public static int Symbol(int codePoint) => codePoint < 0x80 ? codePoint : 0x80 + TokenHash.Of(codePoint, OtherSymbolBits);
}
