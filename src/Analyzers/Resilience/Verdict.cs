namespace GeminiGen.Analyzers.Resilience;

/// <summary>What a condition says about a call where it holds.</summary>
internal enum Verdict
{
    /// <summary>Nothing that spelling tells.</summary>
    Unknown,

    /// <summary>The call went well.</summary>
    Success,

    /// <summary>The call failed.</summary>
    Failure,
}
