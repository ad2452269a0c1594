namespace GeminiGen;

/// <summary>Prices for requests up to a size of input. In USD per million tokens.</summary>
public sealed class GeminiPriceTier
{
    /// <summary>Most input tokens of a request this tier holds for; null for requests of any size.</summary>
    public int? UpToInputTokens { get; init; }

    /// <summary>USD per million input tokens (text).</summary>
    public decimal? InputPerMillionTokens { get; init; }

    /// <summary>USD per million output tokens, thoughts included; null when the model has no token output or no source says.</summary>
    public decimal? OutputPerMillionTokens { get; init; }

    /// <summary>USD per million input tokens read from a cache; null when no source says.</summary>
    public decimal? CachedInputPerMillionTokens { get; init; }
}
