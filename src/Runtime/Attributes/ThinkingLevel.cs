namespace GeminiGen;

/// <summary>How much a model thinks before it answers (<c>thinkingConfig.thinkingLevel</c>). Which levels a model allows stands in the catalogue.</summary>
public enum ThinkingLevel
{
    /// <summary>Next to no thinking; refused by Pro models and by 3.8 and 4.</summary>
    Minimal,

    /// <summary>Little thinking: quick and cheap.</summary>
    Low,

    /// <summary>The middle.</summary>
    Medium,

    /// <summary>As much as helps.</summary>
    High,
}
