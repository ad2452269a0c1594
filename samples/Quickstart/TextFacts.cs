using System.ComponentModel;

namespace Quickstart;

/// <summary>Facts about the text itself.</summary>
public sealed record TextFacts(
    [property: Description("The language it is written in, in English")] string Language,
    [property: Description("Minutes it takes to read")] int ReadingMinutes);
