namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>What a client library does itself about requests that failed.</summary>
internal enum OwnRetry
{
    /// <summary>Nothing, until its options say otherwise.</summary>
    Off,

    /// <summary>It repeats them, until its options say otherwise.</summary>
    On,

    /// <summary>It repeats them, unless it is given an HTTP client, to which it then leaves that.</summary>
    UnlessGivenClient,

    /// <summary>Nothing by itself: it is the face of other libraries, which do as they do.</summary>
    Behind,
}
