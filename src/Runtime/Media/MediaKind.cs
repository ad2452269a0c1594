namespace GeminiGen;

/// <summary>What media is, as far as limits and models tell apart.</summary>
internal enum MediaKind
{
    /// <summary>Anything else, or not known.</summary>
    Other,

    /// <summary>A picture.</summary>
    Image,

    /// <summary>Sound.</summary>
    Audio,

    /// <summary>Moving pictures.</summary>
    Video,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>Text of any kind.</summary>
    Text,
}
