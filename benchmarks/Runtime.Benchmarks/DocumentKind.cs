namespace GeminiGen.Benchmarks;

/// <summary>What sort of document it is.</summary>
public enum DocumentKind
{
    /// <summary>A letter.</summary>
    Letter,

    /// <summary>A report.</summary>
    Report,

    /// <summary>An invoice.</summary>
    Invoice,
}
