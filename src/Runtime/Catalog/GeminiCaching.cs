namespace GeminiGen;

/// <summary>Which kinds of context caching a model has.</summary>
public enum GeminiCaching
{
    /// <summary>No source says.</summary>
    Unknown,

    /// <summary>None.</summary>
    No,

    /// <summary>Only the kind the API applies by itself.</summary>
    ImplicitOnly,

    /// <summary>Explicit caches on paid tiers only.</summary>
    PaidOnly,

    /// <summary>Explicit caches.</summary>
    Yes,
}
