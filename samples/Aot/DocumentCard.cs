using System.ComponentModel;

namespace AotSample;

/// <summary>A document at a glance: an enum, a list, a nullable and a nested record.</summary>
internal sealed record DocumentCard(
    string Title,
    DocumentKind Kind,
    [property: Description("What the document is about, in one or two words each.")] IReadOnlyList<string> Topics,
    [property: Description("The number of pages, if the document says.")] int? Pages,
    Sender Sender);
