using System.ComponentModel;

namespace Quickstart;

/// <summary>What a catalogue says about a document. The descriptions go to the model with the schema.</summary>
public sealed record DocumentCard(
    string Title,
    DocumentKind Kind,
    [property: Description("What it is about, in single words")] IReadOnlyList<string> Topics,
    [property: Description("Who wrote it; null when it does not say")] string? Author,
    TextFacts Facts);
