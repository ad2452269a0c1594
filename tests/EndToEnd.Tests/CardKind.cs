namespace GeminiGen.EndToEnd.Tests;

/// <summary>Sorts of documents.</summary>
public enum CardKind
{
    Letter,
    Clock,
    Other,
}
