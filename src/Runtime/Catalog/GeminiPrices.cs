namespace GeminiGen;

/// <summary>What a model costs on the paid tier. All prices in USD.</summary>
public sealed class GeminiPrices
{
    /// <summary>The currency of all prices, as an ISO 4217 code.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>The standard prices by size of input, smallest first; empty when no source says.</summary>
    public IReadOnlyList<GeminiPriceTier> Tiers { get; init; } = [];

    /// <summary>Last day <see cref="Tiers"/> hold; null when no end is announced.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Prices announced for later days, earliest first.</summary>
    public IReadOnlyList<GeminiScheduledPrices> Scheduled { get; init; } = [];

    /// <summary>Prices by size of input before a promotion, where <see cref="Tiers"/> are promotional; else empty.</summary>
    public IReadOnlyList<GeminiPriceTier> ListPrice { get; init; } = [];

    /// <summary>Part of the standard price taken off in the batch API, from 0 to 1; null when it does not apply.</summary>
    public decimal? BatchDiscount { get; init; }

    /// <summary>Prices of the flex service tier; null when no source says.</summary>
    public GeminiServicePrices? Flex { get; init; }

    /// <summary>Prices of the priority service tier; null when no source says.</summary>
    public GeminiServicePrices? Priority { get; init; }

    /// <summary>Whether long requests cost more; null when no source says.</summary>
    public bool? LongContextSurcharge { get; init; }

    /// <summary>USD per 1,000 searches.</summary>
    public decimal? SearchGroundingPer1000 { get; init; }

    /// <summary>USD per million tokens kept in an explicit cache for one hour.</summary>
    public decimal? CacheStoragePerMillionTokensPerHour { get; init; }

    /// <summary>USD per million input tokens of audio, where it differs from text.</summary>
    public decimal? AudioInputPerMillionTokens { get; init; }

    /// <summary>USD per million input tokens of images, where it differs from text.</summary>
    public decimal? ImageInputPerMillionTokens { get; init; }

    /// <summary>USD per million input tokens of video, where it differs from text.</summary>
    public decimal? VideoInputPerMillionTokens { get; init; }

    /// <summary>USD per million output tokens of audio, where it differs from text.</summary>
    public decimal? AudioOutputPerMillionTokens { get; init; }

    /// <summary>USD per million output tokens of images, where it differs from text.</summary>
    public decimal? ImageOutputPerMillionTokens { get; init; }

    /// <summary>USD per million output tokens of video, where it differs from text.</summary>
    public decimal? VideoOutputPerMillionTokens { get; init; }

    /// <summary>Output tokens counted for one image.</summary>
    public int? TokensPerOutputImage { get; init; }

    /// <summary>A remark on the prices.</summary>
    public string? Note { get; init; }

    /// <summary>Where sources disagree, and which was followed.</summary>
    public string? Conflict { get; init; }

    /// <summary>The standard prices that hold on a day; null when none are known for it.</summary>
    /// <param name="day">The day, in the time zone of the bill (Pacific time).</param>
    public IReadOnlyList<GeminiPriceTier>? TiersOn(DateOnly day)
    {
        for (int i = Scheduled.Count - 1; i >= 0; i--)
        {
            if (Scheduled[i].ValidFrom <= day)
            {
                return Scheduled[i].Tiers;
            }
        }

        return Tiers.Count == 0 || day > ValidUntil ? null : Tiers;
    }
}
