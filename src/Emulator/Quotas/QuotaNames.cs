namespace GeminiGen.Emulator.Quotas;

/// <summary>The API's names of quotas: those of answers as seen in its errors, those of vectors after the same pattern.</summary>
internal static class QuotaNames
{
    private const string Service = "generativelanguage.googleapis.com/";

    public static (string Metric, string Id) Of(QuotaKind kind, QuotaMeasure measure, QuotaTier tier)
    {
        (string metric, string id) = (kind, tier) switch
        {
            (QuotaKind.Embed, QuotaTier.Free) => FreeEmbed(measure),
            (QuotaKind.Embed, _) => PaidEmbed(measure),
            (_, QuotaTier.Free) => FreeGenerate(measure),
            _ => PaidGenerate(measure),
        };
        return (Service + metric, id);
    }

    private static (string Metric, string Id) FreeGenerate(QuotaMeasure measure) => measure switch
    {
        QuotaMeasure.RequestsPerMinute => ("generate_content_free_tier_requests", "GenerateRequestsPerMinutePerProjectPerModel-FreeTier"),
        QuotaMeasure.InputTokensPerMinute => ("generate_content_free_tier_input_token_count", "GenerateContentInputTokensPerModelPerMinute-FreeTier"),
        _ => ("generate_content_free_tier_requests", "GenerateRequestsPerDayPerProjectPerModel-FreeTier"),
    };

    private static (string Metric, string Id) PaidGenerate(QuotaMeasure measure) => measure switch
    {
        QuotaMeasure.RequestsPerMinute => ("generate_requests_per_model", "GenerateRequestsPerMinutePerProjectPerModel"),
        QuotaMeasure.InputTokensPerMinute => ("generate_content_paid_tier_input_token_count", "GenerateContentPaidTierInputTokensPerModelPerMinute"),
        _ => ("generate_requests_per_model_per_day", "GenerateRequestsPerDayPerProjectPerModel"),
    };

    private static (string Metric, string Id) FreeEmbed(QuotaMeasure measure) => measure switch
    {
        QuotaMeasure.RequestsPerMinute => ("embed_content_free_tier_requests", "EmbedContentRequestsPerMinutePerProjectPerModel-FreeTier"),
        QuotaMeasure.InputTokensPerMinute => ("embed_content_free_tier_input_token_count", "EmbedContentInputTokensPerModelPerMinute-FreeTier"),
        _ => ("embed_content_free_tier_requests", "EmbedContentRequestsPerDayPerProjectPerModel-FreeTier"),
    };

    private static (string Metric, string Id) PaidEmbed(QuotaMeasure measure) => measure switch
    {
        QuotaMeasure.RequestsPerMinute => ("embed_content_paid_tier_requests", "EmbedContentRequestsPerMinutePerProjectPerModel"),
        QuotaMeasure.InputTokensPerMinute => ("embed_content_paid_tier_input_token_count", "EmbedContentPaidTierInputTokensPerModelPerMinute"),
        _ => ("embed_content_paid_tier_requests_per_day", "EmbedContentRequestsPerDayPerProjectPerModel"),
    };
}
