namespace GeminiGen;

/// <summary>The kinds of JSON value an answer may be.</summary>
[Flags]
internal enum JsonShapes
{
    /// <summary>No kind at all.</summary>
    None = 0,

    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 4,

    /// <summary>A number.</summary>
    Number = 8,

    /// <summary>A boolean.</summary>
    Boolean = 16,

    /// <summary>The literal null.</summary>
    Null = 32,
}
