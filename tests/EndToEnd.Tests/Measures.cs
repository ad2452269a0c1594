namespace GeminiGen.EndToEnd.Tests;

/// <summary>A structure with a required member and one that may be left out.</summary>
public struct Measures
{
    /// <summary>Counted words.</summary>
    public required int WordCount { get; set; }

    /// <summary>Counted headings.</summary>
    public int? HeadingCount { get; set; }
}
