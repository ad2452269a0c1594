namespace GeminiGen;

/// <summary>Prices announced for a later day.</summary>
public sealed class GeminiScheduledPrices
{
    /// <summary>First day they hold.</summary>
    public DateOnly ValidFrom { get; init; }

    /// <summary>The prices by size of input, smallest first.</summary>
    public IReadOnlyList<GeminiPriceTier> Tiers { get; init; } = [];
}
