namespace GeminiGen.Shared.Catalog;

/// <summary>What a model costs, in dollars, up to some size of the input.</summary>
internal sealed record CatalogPriceTier
{
    /// <summary>A million tokens of input; null when unknown.</summary>
    public decimal? InputPerMillionTokens { get; init; }

    /// <summary>A million tokens of output; null when unknown.</summary>
    public decimal? OutputPerMillionTokens { get; init; }
}
