namespace GeminiGen.Analyzers.Resilience;

/// <summary>What the calls that are chained to the registration of a client add to it.</summary>
internal enum RegisteredHandlers
{
    /// <summary>Nothing that repeats a request.</summary>
    None,

    /// <summary>A resilience, policy or own handler.</summary>
    Resilience,

    /// <summary>Not to be told.</summary>
    Unknown,
}
