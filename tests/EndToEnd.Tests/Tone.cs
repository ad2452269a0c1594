namespace GeminiGen.EndToEnd.Tests;

/// <summary>Tones.</summary>
public enum Tone
{
    Neutral,
    Positive,
    Negative,
}
