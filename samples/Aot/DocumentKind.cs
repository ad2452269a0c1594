namespace AotSample;

/// <summary>What a document is.</summary>
internal enum DocumentKind
{
    Letter,
    Invoice,
    Report,
    Manual,
}
