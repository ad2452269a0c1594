namespace GeminiGen;

/// <summary>Bounds of the API that hold for every model, from its reference of generation settings. What differs by model stands in the catalogue.</summary>
internal static class ApiLimits
{
    /// <summary>Largest temperature, unless the catalogue knows better for a model; the smallest is 0.</summary>
    public const double MaxTemperature = 2;

    /// <summary>Largest topP; the smallest is 0.</summary>
    public const double MaxTopP = 1;

    /// <summary>Most stop sequences.</summary>
    public const int MaxStopSequences = 5;

    /// <summary>Shortest vector of an embedding model.</summary>
    public const int MinDimensions = 128;

    /// <summary>Longest vector of an embedding model.</summary>
    public const int MaxDimensions = 3072;

    /// <summary>The thinking budget that leaves the amount to the model.</summary>
    public const int DynamicThinkingBudget = -1;

    /// <summary>Longest time limit the client accepts, in seconds: what a timer of .NET can wait.</summary>
    public const int MaxTimeoutSeconds = int.MaxValue / 1000;

    /// <summary>The same in whole days.</summary>
    public const int MaxTimeoutDays = MaxTimeoutSeconds / (24 * 60 * 60);

    /// <summary>Most attempts the client accepts.</summary>
    public const int MaxAttempts = 100;

    /// <summary>The most times the model is asked again: what it has not mended by then it will not.</summary>
    public const int MaxRepairs = 5;

    /// <summary>Most candidates.</summary>
    public const int MaxCandidates = 8;

    /// <summary>Most alternatives of a token whose probabilities are told.</summary>
    public const int MaxLogprobs = 20;

    /// <summary>Most functions of a request.</summary>
    public const int MaxFunctions = 512;

    /// <summary>Most texts in one request for embeddings.</summary>
    public const int MaxEmbeddings = 100;

    /// <summary>A whole request with everything inline, in bytes, since January 2026.</summary>
    public const long InlineRequestBytes = 100_000_000;

    /// <summary>The same before, which pages of the API still name, and what some accounts still meet.</summary>
    public const long CautiousInlineRequestBytes = 20_000_000;

    /// <summary>A PDF document, however it is sent, in bytes.</summary>
    public const long PdfBytes = 50_000_000;
}
