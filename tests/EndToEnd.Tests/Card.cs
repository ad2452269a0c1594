using System.ComponentModel;

namespace GeminiGen.EndToEnd.Tests;

/// <summary>A record with an enum, a list, a nullable and a nested record.</summary>
public sealed record Card(
    string Title,
    CardKind Kind,
    IReadOnlyList<string> Topics,
    [property: Description("When it was published")] DateOnly? Published,
    Person Author);
