namespace GeminiGen.CatalogGenerator;

/// <summary>Which property of <c>gemini-models.json</c> fills which member: all of it for the runtime, a few for the compiler.</summary>
internal static class CatalogShapes
{
    private static readonly CatalogShape PriceTier = new("GeminiPriceTier",
    [
        new("upToInputTokens", "UpToInputTokens", FieldKind.Integer),
        new("inputPerMTok", "InputPerMillionTokens", FieldKind.Decimal),
        new("outputPerMTok", "OutputPerMillionTokens", FieldKind.Decimal),
        new("cachedInputPerMTok", "CachedInputPerMillionTokens", FieldKind.Decimal),
    ]);

    private static readonly CatalogShape ScheduledPrices = new("GeminiScheduledPrices",
    [
        new("validFrom", "ValidFrom", FieldKind.Date),
        new("tiers", "Tiers", FieldKind.ObjectList, Shape: PriceTier),
    ]);

    private static readonly CatalogShape ServicePrices = new("GeminiServicePrices",
    [
        new("inputPerMTok", "InputPerMillionTokens", FieldKind.Decimal),
        new("outputPerMTok", "OutputPerMillionTokens", FieldKind.Decimal),
    ]);

    private static readonly CatalogShape Prices = new("GeminiPrices",
    [
        new("tiers", "Tiers", FieldKind.ObjectList, Shape: PriceTier),
        new("currency", "Currency", FieldKind.Text),
        new("validUntil", "ValidUntil", FieldKind.Date),
        new("scheduled", "Scheduled", FieldKind.ObjectList, Shape: ScheduledPrices),
        new("listPrice", "ListPrice", FieldKind.ObjectList, Shape: PriceTier),
        new("batchDiscount", "BatchDiscount", FieldKind.Decimal),
        new("flex", "Flex", FieldKind.Object, Shape: ServicePrices),
        new("priority", "Priority", FieldKind.Object, Shape: ServicePrices),
        new("longContextSurcharge", "LongContextSurcharge", FieldKind.Flag),
        new("searchGroundingPer1000", "SearchGroundingPer1000", FieldKind.Decimal),
        new("cacheStoragePerMTokHour", "CacheStoragePerMillionTokensPerHour", FieldKind.Decimal),
        new("audioInputPerMTok", "AudioInputPerMillionTokens", FieldKind.Decimal),
        new("imageInputPerMTok", "ImageInputPerMillionTokens", FieldKind.Decimal),
        new("videoInputPerMTok", "VideoInputPerMillionTokens", FieldKind.Decimal),
        new("audioOutputPerMTok", "AudioOutputPerMillionTokens", FieldKind.Decimal),
        new("imageOutputPerMTok", "ImageOutputPerMillionTokens", FieldKind.Decimal),
        new("videoOutputPerMTok", "VideoOutputPerMillionTokens", FieldKind.Decimal),
        new("tokensPerOutputImage", "TokensPerOutputImage", FieldKind.Integer),
        new("note", "Note", FieldKind.Text),
        new("conflict", "Conflict", FieldKind.Text),
    ]);

    private static readonly CatalogShape RateLimits = new("GeminiRateLimits",
    [
        new("available", "Available", FieldKind.Flag),
        new("rpm", "RequestsPerMinute", FieldKind.Integer),
        new("rpd", "RequestsPerDay", FieldKind.Integer),
        new("tpm", "TokensPerMinute", FieldKind.Integer),
        new("note", "Note", FieldKind.Text),
    ]);

    private static readonly CatalogShape Capabilities = new("GeminiCapabilities",
    [
        new("thinking", "Thinking", FieldKind.Object, Shape: Thinking("GeminiThinking", "GeminiThinkingKind", withDefault: true)),
        new("structuredOutput", "StructuredOutput", FieldKind.Support, "GeminiSupport"),
        new("responseJsonSchema", "ResponseJsonSchema", FieldKind.Support, "GeminiSupport"),
        new("functionCalling", "FunctionCalling", FieldKind.Support, "GeminiSupport"),
        new("tuning", "Tuning", FieldKind.Support, "GeminiSupport"),
        new("caching", "Caching", FieldKind.Enum, "GeminiCaching"),
        new("minCachedTokens", "MinCachedTokens", FieldKind.Integer),
        new("batch", "Batch", FieldKind.Support, "GeminiSupport"),
        new("live", "Live", FieldKind.Support, "GeminiSupport"),
        new("searchGrounding", "SearchGrounding", FieldKind.Support, "GeminiSupport"),
        new("codeExecution", "CodeExecution", FieldKind.Support, "GeminiSupport"),
        new("urlContext", "UrlContext", FieldKind.Support, "GeminiSupport"),
        new("streaming", "Streaming", FieldKind.Support, "GeminiSupport"),
        new("systemInstruction", "SystemInstruction", FieldKind.Support, "GeminiSupport"),
        new("samplingParameters", "SamplingParameters", FieldKind.Enum, "GeminiSamplingParameters"),
    ]);

    private static readonly CatalogShape ParameterDefaults = new("GeminiParameterDefaults",
    [
        new("temperature", "Temperature", FieldKind.Decimal),
        new("maxTemperature", "MaxTemperature", FieldKind.Decimal),
        new("topP", "TopP", FieldKind.Decimal),
        new("topK", "TopK", FieldKind.Integer),
    ]);

    private static readonly CatalogShape Source = new("GeminiSource",
    [
        new("what", "What", FieldKind.Text),
        new("where", "Where", FieldKind.Text),
        new("date", "Date", FieldKind.Text),
    ]);

    /// <summary>The public entry of the runtime: everything the data says.</summary>
    public static CatalogShape Runtime { get; } = new("GeminiModel",
    [
        new("family", "Family", FieldKind.Text),
        new("status", "Status", FieldKind.Enum, "GeminiModelStatus"),
        new("released", "Released", FieldKind.Date),
        new("shutdown", "Shutdown", FieldKind.Date),
        new("replacement", "Replacement", FieldKind.Text),
        new("aliasOf", "AliasOf", FieldKind.Text),
        new("inputTokenLimit", "InputTokenLimit", FieldKind.Integer),
        new("outputTokenLimit", "OutputTokenLimit", FieldKind.Integer),
        new("outputTokenLimitWithoutStream", "OutputTokenLimitWithoutStream", FieldKind.Integer),
        new("longDecodeTokenLimit", "LongDecodeTokenLimit", FieldKind.Integer),
        new("contextNote", "ContextNote", FieldKind.Text),
        new("prices", "Prices", FieldKind.Object, Shape: Prices),
        new("freeTier", "FreeTier", FieldKind.Object, Shape: RateLimits),
        new("tier1", "Tier1", FieldKind.Object, Shape: RateLimits),
        new("inputModalities", "InputModalities", FieldKind.TextList),
        new("outputModalities", "OutputModalities", FieldKind.TextList),
        new("capabilities", "Capabilities", FieldKind.Object, Shape: Capabilities),
        new("notes", "Notes", FieldKind.TextList),
        new("supportedGenerationMethods", "SupportedGenerationMethods", FieldKind.TextList),
        new("parameterDefaults", "ParameterDefaults", FieldKind.Object, Shape: ParameterDefaults),
        new("sources", "Sources", FieldKind.ObjectList, Shape: Source),
    ],
    ConstructorField: "id");

    /// <summary>The internal entry of rules and generator.</summary>
    public static CatalogShape Compiler { get; } = new("CatalogModel",
    [
        new("id", "Id", FieldKind.Text),
        new("status", "Status", FieldKind.Enum, "CatalogStatus"),
        new("shutdown", "Shutdown", FieldKind.Text),
        new("replacement", "Replacement", FieldKind.Text),
        new("aliasOf", "AliasOf", FieldKind.Text),
        new("inputTokenLimit", "InputTokenLimit", FieldKind.Integer),
        new("outputTokenLimit", "OutputTokenLimit", FieldKind.Integer),
        new("outputTokenLimitWithoutStream", "OutputTokenLimitWithoutStream", FieldKind.Integer),
        new("longDecodeTokenLimit", "LongDecodeTokenLimit", FieldKind.Integer),
        new("capabilities/thinking", "Thinking", FieldKind.Object, Shape: Thinking("CatalogThinking", "CatalogThinkingKind", withDefault: false)),
        new("capabilities/samplingParameters", "SamplingParameters", FieldKind.Enum, "CatalogSampling"),
        new("parameterDefaults/maxTemperature", "MaxTemperature", FieldKind.Decimal),
        new("capabilities/structuredOutput", "StructuredOutput", FieldKind.Support, "CatalogSupport"),
        new("capabilities/responseJsonSchema", "ResponseJsonSchema", FieldKind.Support, "CatalogSupport"),
        new("outputModalities", "OutputModalities", FieldKind.TextList),
    ]);

    private static CatalogShape Thinking(string typeName, string kindName, bool withDefault)
    {
        CatalogField[] shared =
        [
            new("kind", "Kind", FieldKind.Enum, kindName),
            new("levels", "Levels", FieldKind.TextList),
            new("min", "Min", FieldKind.Integer),
            new("max", "Max", FieldKind.Integer),
            new("canDisable", "CanDisable", FieldKind.Flag),
            new("dynamic", "Dynamic", FieldKind.Flag),
        ];
        return new(typeName, withDefault ? [.. shared, new("default", "Default", FieldKind.Text)] : shared);
    }
}
