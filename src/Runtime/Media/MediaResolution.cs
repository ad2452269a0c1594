namespace GeminiGen;

/// <summary>How closely the model looks at media: more tokens show smaller details and cost more. Taken by Gemini 3 and later.</summary>
public enum MediaResolution
{
    /// <summary>Fewest tokens: 280 for a picture on Gemini 3 (ai.google.dev, media resolution).</summary>
    Low,

    /// <summary>560 tokens for a picture on Gemini 3; enough for most PDF pages.</summary>
    Medium,

    /// <summary>1,120 tokens for a picture on Gemini 3.</summary>
    High,

    /// <summary>2,240 tokens for a picture on Gemini 3; for single media only, never for a whole request.</summary>
    UltraHigh,
}
