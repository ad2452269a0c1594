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

    /// <summary>To make what <c>generateContent</c> gives: text, images or speech, and no vectors.</summary>
    Content,

    /// <summary>To do what only some models do, of which the catalogue may know none.</summary>
    Special,
}
