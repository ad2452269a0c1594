namespace GeminiGen.Analyzers.Keys;

/// <summary>What the characters of a file have to do with models.</summary>
internal enum ModelMention
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A word is there that providers have in common with the rest of the language.</summary>
    Word,

    /// <summary>The name of an API, a host or a library is there.</summary>
    Model,
}
