namespace GeminiGen;

/// <content>What a call costs.</content>
public sealed partial class GeminiModel
{
    private const decimal Million = 1_000_000m;

    /// <summary>
    /// What the API bills for a call on the standard paid tier, estimated from its token counts. Thoughts are billed as output, tool results as
    /// input, cached input at its own price; every token counts as text, so audio, images and video may cost more. An alias costs what its model costs.
    /// </summary>
    /// <param name="usage">The token counts of the call.</param>
    /// <param name="day">The day of the call, for prices that change on an announced date (Pacific time).</param>
    /// <returns>USD, not rounded; null when a price that is needed is not known for that day.</returns>
    public decimal? EstimateCost(UsageMetadata usage, DateOnly day)
    {
        if (AliasOf is not null)
        {
            return GeminiModelCatalog.TryResolve(AliasOf, out GeminiModel? model) ? model.EstimateCost(usage, day) : null;
        }

        int input = usage.PromptTokenCount + usage.ToolUsePromptTokenCount;
        if (Prices?.TiersOn(day) is not { } tiers || FindTier(tiers, input) is not { } tier)
        {
            return null;
        }

        int cached = Math.Min(usage.CachedContentTokenCount, input);
        return Bill(input - cached, tier.InputPerMillionTokens)
            + Bill(cached, tier.CachedInputPerMillionTokens)
            + Bill(usage.CandidatesTokenCount + usage.ThoughtsTokenCount, tier.OutputPerMillionTokens);
    }

    private static GeminiPriceTier? FindTier(IReadOnlyList<GeminiPriceTier> tiers, int inputTokens)
    {
        for (int i = 0; i < tiers.Count; i++)
        {
            if (tiers[i].UpToInputTokens is not { } most || inputTokens <= most)
            {
                return tiers[i];
            }
        }

        return null;
    }

    // An unknown price matters only where there is something to bill.
    private static decimal? Bill(int tokens, decimal? perMillion) => tokens == 0 ? 0m : tokens * perMillion / Million;
}
