namespace GeminiGen;

/// <summary>What a brace or bracket in an answer's text may be.</summary>
internal enum JsonStart
{
    /// <summary>Too little has arrived to tell.</summary>
    Unknown,

    /// <summary>A mark in a sentence.</summary>
    Prose,

    /// <summary>The start of JSON of another kind than was asked for.</summary>
    Foreign,

    /// <summary>The start of the value.</summary>
    Wanted,
}
