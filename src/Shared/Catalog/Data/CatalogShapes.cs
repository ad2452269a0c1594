namespace GeminiGen.Shared.Catalog;

/// <summary>Which property of <c>gemini-models.json</c> fills which member: all of it for the runtime, a few for the compiler.</summary>
internal static class CatalogShapes
{
    private static readonly string[] StatusWords = ["stable", "preview", "deprecated", "shut-down", "alias"];

    private static readonly string[] SamplingWords = ["accepted", "ignored"];

    private static readonly CatalogShape PriceTier = new(InRuntime("GeminiPriceTier"),
    [
        new("upToInputTokens", "UpToInputTokens", FieldKind.Integer),
        new("inputPerMTok", "InputPerMillionTokens", FieldKind.Decimal),
        new("outputPerMTok", "OutputPerMillionTokens", FieldKind.Decimal),
        new("cachedInputPerMTok", "CachedInputPerMillionTokens", FieldKind.Decimal),
    ]);

    private static readonly CatalogShape CompilerPriceTier = new(InCompiler("CatalogPriceTier"),
    [
        new("inputPerMTok", "InputPerMillionTokens", FieldKind.Decimal),
        new("outputPerMTok", "OutputPerMillionTokens", FieldKind.Decimal),
    ]);

    private static readonly CatalogShape ScheduledPrices = new(InRuntime("GeminiScheduledPrices"),
    [
        new("validFrom", "ValidFrom", FieldKind.Date),
        new("tiers", "Tiers", FieldKind.ObjectList, Shape: PriceTier),
    ]);

    private static readonly CatalogShape ServicePrices = new(InRuntime("GeminiServicePrices"),
    [
        new("inputPerMTok", "InputPerMillionTokens", FieldKind.Decimal),
        new("outputPerMTok", "OutputPerMillionTokens", FieldKind.Decimal),
    ]);

    private static readonly CatalogShape Prices = new(InRuntime("GeminiPrices"),
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

    private static readonly CatalogShape RateLimits = new(InRuntime("GeminiRateLimits"),
    [
        new("available", "Available", FieldKind.Flag),
        new("rpm", "RequestsPerMinute", FieldKind.Integer),
        new("rpd", "RequestsPerDay", FieldKind.Integer),
        new("tpm", "TokensPerMinute", FieldKind.Integer),
        new("note", "Note", FieldKind.Text),
    ]);

    private static readonly CatalogShape Capabilities = new(InRuntime("GeminiCapabilities"),
    [
        new("thinking", "Thinking", FieldKind.Object, Shape: Thinking(InRuntime("GeminiThinking"), InRuntime("GeminiThinkingKind"))),
        new("structuredOutput", "StructuredOutput", FieldKind.Support, InRuntime("GeminiSupport")),
        new("responseJsonSchema", "ResponseJsonSchema", FieldKind.Support, InRuntime("GeminiSupport")),
        new("functionCalling", "FunctionCalling", FieldKind.Support, InRuntime("GeminiSupport")),
        new("tuning", "Tuning", FieldKind.Support, InRuntime("GeminiSupport")),
        new("caching", "Caching", FieldKind.Enum, InRuntime("GeminiCaching"), Words: ["no", "implicit-only", "paid-only", "yes"]),
        new("minCachedTokens", "MinCachedTokens", FieldKind.Integer),
        new("batch", "Batch", FieldKind.Support, InRuntime("GeminiSupport")),
        new("live", "Live", FieldKind.Support, InRuntime("GeminiSupport")),
        new("searchGrounding", "SearchGrounding", FieldKind.Support, InRuntime("GeminiSupport")),
        new("codeExecution", "CodeExecution", FieldKind.Support, InRuntime("GeminiSupport")),
        new("urlContext", "UrlContext", FieldKind.Support, InRuntime("GeminiSupport")),
        new("toolCombination", "ToolCombination", FieldKind.Support, InRuntime("GeminiSupport")),
        new("streaming", "Streaming", FieldKind.Support, InRuntime("GeminiSupport")),
        new("systemInstruction", "SystemInstruction", FieldKind.Support, InRuntime("GeminiSupport")),
        new("samplingParameters", "SamplingParameters", FieldKind.Enum, InRuntime("GeminiSamplingParameters"), Words: SamplingWords),
        new("refusedSchemaKeywords", "RefusedSchemaKeywords", FieldKind.TextList),
    ]);

    private static readonly CatalogShape ParameterDefaults = new(InRuntime("GeminiParameterDefaults"),
    [
        new("temperature", "Temperature", FieldKind.Decimal),
        new("maxTemperature", "MaxTemperature", FieldKind.Decimal),
        new("topP", "TopP", FieldKind.Decimal),
        new("topK", "TopK", FieldKind.Integer),
    ]);

    private static readonly CatalogShape Source = new(InRuntime("GeminiSource"),
    [
        new("what", "What", FieldKind.Text),
        new("where", "Where", FieldKind.Text),
        new("date", "Date", FieldKind.Text),
    ]);

    /// <summary>The public entry of the runtime: everything the data says.</summary>
    public static CatalogShape Runtime { get; } = new(InRuntime("GeminiModel"),
    [
        new("family", "Family", FieldKind.Text),
        new("status", "Status", FieldKind.Enum, InRuntime("GeminiModelStatus"), Words: StatusWords),
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
    public static CatalogShape Compiler { get; } = new(InCompiler("CatalogModel"),
    [
        new("id", "Id", FieldKind.Text),
        new("family", "Family", FieldKind.Text),
        new("status", "Status", FieldKind.Enum, InCompiler("CatalogStatus"), Words: StatusWords),
        new("shutdown", "Shutdown", FieldKind.Text),
        new("replacement", "Replacement", FieldKind.Text),
        new("aliasOf", "AliasOf", FieldKind.Text),
        new("inputTokenLimit", "InputTokenLimit", FieldKind.Integer),
        new("outputTokenLimit", "OutputTokenLimit", FieldKind.Integer),
        new("outputTokenLimitWithoutStream", "OutputTokenLimitWithoutStream", FieldKind.Integer),
        new("longDecodeTokenLimit", "LongDecodeTokenLimit", FieldKind.Integer),
        new("capabilities/thinking", "Thinking", FieldKind.Object, Shape: Thinking(InCompiler("CatalogThinking"), InCompiler("CatalogThinkingKind"))),
        new("prices/tiers", "PriceTiers", FieldKind.ObjectList, Shape: CompilerPriceTier),
        new("capabilities/samplingParameters", "SamplingParameters", FieldKind.Enum, InCompiler("CatalogSampling"), Words: SamplingWords),
        new("parameterDefaults/maxTemperature", "MaxTemperature", FieldKind.Decimal),
        new("capabilities/structuredOutput", "StructuredOutput", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/responseJsonSchema", "ResponseJsonSchema", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/functionCalling", "FunctionCalling", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/searchGrounding", "SearchGrounding", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/codeExecution", "CodeExecution", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/urlContext", "UrlContext", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/toolCombination", "ToolCombination", FieldKind.Support, InCompiler("CatalogSupport")),
        new("capabilities/refusedSchemaKeywords", "RefusedSchemaKeywords", FieldKind.TextList),
        new("inputModalities", "InputModalities", FieldKind.TextList),
        new("outputModalities", "OutputModalities", FieldKind.TextList),
    ]);

    /// <summary>A schema language, as the generator needs it.</summary>
    public static CatalogShape Dialect { get; } = new(InCompiler("SchemaDialect"),
    [
        new("id", "Id", FieldKind.Text),
        new("keywords", "Keywords", FieldKind.TextList),
        new("upperCaseTypes", "UpperCaseTypes", FieldKind.Flag),
        new("typeLists", "TypeLists", FieldKind.Flag),
        new("numberEnums", "NumberEnums", FieldKind.Flag),
        new("numberFormats", "NumberFormats", FieldKind.Flag),
    ]);

    /// <summary>All that the data says of a schema language.</summary>
    public static CatalogShape DialectData { get; } = Dialect with { Fields = [.. Dialect.Fields, new("sources", "Sources", FieldKind.ObjectList, Shape: Source)] };

    private static string InRuntime(string type) => "global::GeminiGen." + type;

    private static string InCompiler(string type) => "global::GeminiGen.Shared.Catalog." + type;

    private static CatalogShape Thinking(string typeName, string kindName) => new(typeName,
    [
        new("kind", "Kind", FieldKind.Enum, kindName, Words: ["none", "level", "budget", "experimental"]),
        new("levels", "Levels", FieldKind.TextList),
        new("min", "Min", FieldKind.Integer),
        new("max", "Max", FieldKind.Integer),
        new("canDisable", "CanDisable", FieldKind.Flag),
        new("dynamic", "Dynamic", FieldKind.Flag),
        new("default", "Default", FieldKind.Text),
    ]);
}
