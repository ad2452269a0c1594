namespace GeminiGen.Analyzers.Models;

/// <summary>What a model is named for.</summary>
internal enum ModelUse
{
    /// <summary>To write text.</summary>
    Text,

    /// <summary>To make vectors of text.</summary>
    Embedding,

    /// <summary>To do one of the two: the code does not say which.</summary>
    Either,
}
