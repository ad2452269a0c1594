namespace GeminiGen.EndToEnd.Tests;

/// <summary>A class with settable members.</summary>
public sealed class Chapter
{
    /// <summary>Its heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>What it says.</summary>
    public string? Summary { get; set; }
}
