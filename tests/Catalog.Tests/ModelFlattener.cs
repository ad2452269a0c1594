using System.Globalization;

namespace GeminiGen.Catalog.Tests;

/// <summary>Turns a typed entry into the lines its data should have; the counterpart of <see cref="JsonFlattener"/>, written by hand.</summary>
internal static class ModelFlattener
{
    /// <summary>The lines of an entry.</summary>
    public static IEnumerable<string> Flatten(GeminiModel model) => new[]
    {
        Line("id", model.Id),
        Line("family", model.Family),
        Line("status", Dashed(model.Status)),
        Line("released", model.Released),
        Line("shutdown", model.Shutdown),
        Line("replacement", model.Replacement),
        Line("aliasOf", model.AliasOf),
        Line("inputTokenLimit", model.InputTokenLimit),
        Line("outputTokenLimit", model.OutputTokenLimit),
        Line("outputTokenLimitWithoutStream", model.OutputTokenLimitWithoutStream),
        Line("longDecodeTokenLimit", model.LongDecodeTokenLimit),
        Line("contextNote", model.ContextNote),
        Lines("inputModalities", model.InputModalities),
        Lines("outputModalities", model.OutputModalities),
        Lines("notes", model.Notes),
        Lines("supportedGenerationMethods", model.SupportedGenerationMethods),
        Limits("freeTier", model.FreeTier),
        Limits("tier1", model.Tier1),
        Prices("prices", model.Prices),
        Capabilities("capabilities", model.Capabilities),
        Defaults("parameterDefaults", model.ParameterDefaults),
        model.Sources.SelectMany((source, i) => new[]
        {
            Line($"sources[{i}].what", source.What),
            Line($"sources[{i}].where", source.Where),
            Line($"sources[{i}].date", source.Date),
        }.SelectMany(lines => lines)),
    }.SelectMany(lines => lines);

    private static IEnumerable<string> Prices(string path, GeminiPrices? prices) => prices is null ? [] : new[]
    {
        Line($"{path}.currency", prices.Currency),
        Tiers($"{path}.tiers", prices.Tiers),
        Line($"{path}.validUntil", prices.ValidUntil),
        prices.Scheduled.SelectMany((scheduled, i) => Line($"{path}.scheduled[{i}].validFrom", scheduled.ValidFrom)
            .Concat(Tiers($"{path}.scheduled[{i}].tiers", scheduled.Tiers))),
        Tiers($"{path}.listPrice", prices.ListPrice),
        Line($"{path}.batchDiscount", prices.BatchDiscount),
        Service($"{path}.flex", prices.Flex),
        Service($"{path}.priority", prices.Priority),
        Line($"{path}.longContextSurcharge", prices.LongContextSurcharge),
        Line($"{path}.searchGroundingPer1000", prices.SearchGroundingPer1000),
        Line($"{path}.cacheStoragePerMTokHour", prices.CacheStoragePerMillionTokensPerHour),
        Line($"{path}.audioInputPerMTok", prices.AudioInputPerMillionTokens),
        Line($"{path}.imageInputPerMTok", prices.ImageInputPerMillionTokens),
        Line($"{path}.videoInputPerMTok", prices.VideoInputPerMillionTokens),
        Line($"{path}.audioOutputPerMTok", prices.AudioOutputPerMillionTokens),
        Line($"{path}.imageOutputPerMTok", prices.ImageOutputPerMillionTokens),
        Line($"{path}.videoOutputPerMTok", prices.VideoOutputPerMillionTokens),
        Line($"{path}.tokensPerOutputImage", prices.TokensPerOutputImage),
        Line($"{path}.note", prices.Note),
        Line($"{path}.conflict", prices.Conflict),
    }.SelectMany(lines => lines);

    private static IEnumerable<string> Tiers(string path, IReadOnlyList<GeminiPriceTier> tiers) => tiers.SelectMany((tier, i) => new[]
    {
        Line($"{path}[{i}].upToInputTokens", tier.UpToInputTokens),
        Line($"{path}[{i}].inputPerMTok", tier.InputPerMillionTokens),
        Line($"{path}[{i}].outputPerMTok", tier.OutputPerMillionTokens),
        Line($"{path}[{i}].cachedInputPerMTok", tier.CachedInputPerMillionTokens),
    }.SelectMany(lines => lines));

    private static IEnumerable<string> Service(string path, GeminiServicePrices? prices) => prices is null ? [] :
    [
        .. Line($"{path}.inputPerMTok", prices.InputPerMillionTokens),
        .. Line($"{path}.outputPerMTok", prices.OutputPerMillionTokens),
    ];

    private static IEnumerable<string> Limits(string path, GeminiRateLimits? limits) => limits is null ? [] :
    [
        .. Line($"{path}.available", limits.Available),
        .. Line($"{path}.rpm", limits.RequestsPerMinute),
        .. Line($"{path}.rpd", limits.RequestsPerDay),
        .. Line($"{path}.tpm", limits.TokensPerMinute),
        .. Line($"{path}.note", limits.Note),
    ];

    private static IEnumerable<string> Defaults(string path, GeminiParameterDefaults? defaults) => defaults is null ? [] :
    [
        .. Line($"{path}.temperature", defaults.Temperature),
        .. Line($"{path}.maxTemperature", defaults.MaxTemperature),
        .. Line($"{path}.topP", defaults.TopP),
        .. Line($"{path}.topK", defaults.TopK),
    ];

    private static IEnumerable<string> Capabilities(string path, GeminiCapabilities capabilities) =>
    [
        .. Thinking($"{path}.thinking", capabilities.Thinking),
        .. Support($"{path}.structuredOutput", capabilities.StructuredOutput),
        .. Support($"{path}.responseJsonSchema", capabilities.ResponseJsonSchema),
        .. Support($"{path}.functionCalling", capabilities.FunctionCalling),
        .. Support($"{path}.tuning", capabilities.Tuning),
        .. Support($"{path}.caching", capabilities.Caching),
        .. Line($"{path}.minCachedTokens", capabilities.MinCachedTokens),
        .. Support($"{path}.batch", capabilities.Batch),
        .. Support($"{path}.live", capabilities.Live),
        .. Support($"{path}.searchGrounding", capabilities.SearchGrounding),
        .. Support($"{path}.codeExecution", capabilities.CodeExecution),
        .. Support($"{path}.urlContext", capabilities.UrlContext),
        .. Support($"{path}.toolCombination", capabilities.ToolCombination),
        .. Support($"{path}.streaming", capabilities.Streaming),
        .. Support($"{path}.systemInstruction", capabilities.SystemInstruction),
        .. Support($"{path}.samplingParameters", capabilities.SamplingParameters),
        .. Lines($"{path}.refusedSchemaKeywords", capabilities.RefusedSchemaKeywords),
    ];

    private static IEnumerable<string> Thinking(string path, GeminiThinking? thinking) => thinking is null ? [] :
    [
        .. Line($"{path}.kind", Dashed(thinking.Kind)),
        .. Lines($"{path}.levels", thinking.Levels),
        .. Line($"{path}.default", thinking.Default),
        .. Line($"{path}.min", thinking.Min),
        .. Line($"{path}.max", thinking.Max),
        .. thinking.Kind == GeminiThinkingKind.Budget ? Line($"{path}.canDisable", thinking.CanDisable) : [],
        .. thinking.Kind == GeminiThinkingKind.Budget ? Line($"{path}.dynamic", thinking.Dynamic) : [],
    ];

    private static IEnumerable<string> Support(string path, Enum value) => value.ToString() switch
    {
        "Unknown" => [],
        "Yes" => Line(path, true),
        "No" => Line(path, false),
        _ => Line(path, Dashed(value)),
    };

    private static IEnumerable<string> Lines(string path, IReadOnlyList<string> values) => values.SelectMany((value, i) => Line($"{path}[{i}]", value));

    private static IEnumerable<string> Line(string path, object? value) => value switch
    {
        null => [],
        bool flag => [$"{path} = {(flag ? "true" : "false")}"],
        DateOnly day => [$"{path} = {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"],
        int number => [$"{path} = {JsonFlattener.Format(number)}"],
        decimal number => [$"{path} = {JsonFlattener.Format(number)}"],
        _ => [$"{path} = {value}"],
    };

    private static string Dashed(Enum value)
        => string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "-") + char.ToLowerInvariant(c) : c.ToString()));
}
