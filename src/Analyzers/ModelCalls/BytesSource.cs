namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Where bytes come from.</summary>
internal enum BytesSource
{
    /// <summary>Not to be told.</summary>
    Unknown,

    /// <summary>All of a file.</summary>
    File,

    /// <summary>All of a stream.</summary>
    Stream,

    /// <summary>An array of constant length.</summary>
    Made,
}
