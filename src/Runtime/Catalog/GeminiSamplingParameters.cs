namespace GeminiGen;

/// <summary>What a model does with temperature, topP and topK.</summary>
public enum GeminiSamplingParameters
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>Uses them.</summary>
    Accepted,

    /// <summary>Takes them and ignores them.</summary>
    Ignored,
}
