namespace GeminiGen;

/// <summary>How a text holds a key.</summary>
internal enum KeyReading
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Backwards.</summary>
    Reversed,

    /// <summary>In base64, either alphabet.</summary>
    Base64,

    /// <summary>In hexadecimal digits.</summary>
    Hex,

    /// <summary>In the escapes of addresses, of JSON or of XML.</summary>
    Escapes,
}
