namespace GeminiGen;

/// <summary>The characters a key is made of, after its prefix.</summary>
internal enum KeyAlphabet
{
    /// <summary>Letters, digits, '-' and '_'.</summary>
    Base64Url,

    /// <summary>Letters and digits.</summary>
    Alphanumeric,

    /// <summary>Digits and the small letters from a to f.</summary>
    Hex,
}
