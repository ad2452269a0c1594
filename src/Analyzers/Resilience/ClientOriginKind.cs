namespace GeminiGen.Analyzers.Resilience;

/// <summary>Who made the client of a call.</summary>
internal enum ClientOriginKind
{
    /// <summary>Not to be told, or made with a handler that may do anything.</summary>
    Unknown,

    /// <summary>This code, with nothing in it that repeats a request.</summary>
    Plain,

    /// <summary>This code, and the client repeats failed requests by itself.</summary>
    Retrying,

    /// <summary>Someone else, who may have put handlers into it: injected, or from a factory.</summary>
    Given,
}
