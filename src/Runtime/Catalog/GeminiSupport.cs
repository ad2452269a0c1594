namespace GeminiGen;

/// <summary>Whether a model has a capability, as far as its sources say.</summary>
public enum GeminiSupport
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>It has not.</summary>
    No,

    /// <summary>It has in part, or had for a time.</summary>
    Partial,

    /// <summary>It has.</summary>
    Yes,
}
