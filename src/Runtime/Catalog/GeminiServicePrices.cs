namespace GeminiGen;

/// <summary>Prices of a service tier other than the standard one. In USD per million tokens.</summary>
public sealed class GeminiServicePrices
{
    /// <summary>USD per million input tokens.</summary>
    public decimal? InputPerMillionTokens { get; init; }

    /// <summary>USD per million output tokens, thoughts included.</summary>
    public decimal? OutputPerMillionTokens { get; init; }
}
