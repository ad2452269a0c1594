namespace GeminiGen.Analyzers.Keys;

/// <summary>What stands near a text of a shape that several products share.</summary>
internal enum KeySign
{
    /// <summary>Nothing that tells.</summary>
    None,

    /// <summary>Something of the model provider.</summary>
    Model,

    /// <summary>A product whose keys are often public.</summary>
    Other,
}
