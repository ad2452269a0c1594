namespace GeminiGen.Emulator.Models;

/// <summary>Reads the catalogue's entries; an alias takes everything but its id from its target.</summary>
internal static class CatalogAdapter
{
    private static readonly string[] WireLevels = ["MINIMAL", "LOW", "MEDIUM", "HIGH"];

    public static EmulatedModel ToEmulated(GeminiModel entry)
    {
        GeminiModel target = GeminiModelCatalog.TryResolve(entry.Id, out GeminiModel? resolved) ? resolved : entry;
        GeminiThinking? thinking = target.Thinking;
        return new EmulatedModel
        {
            Id = entry.Id,
            Version = target.Id,
            InputTokenLimit = target.InputTokenLimit,
            OutputTokenLimit = target.OutputTokenLimit,
            OutputTokenLimitWithoutStream = target.OutputTokenLimitWithoutStream,
            LongDecodeTokenLimit = target.LongDecodeTokenLimit,
            Thinking = KindOf(thinking),
            ThinkingLevels = thinking?.Levels is { Count: > 0 } levels && levels.All(WireLevels.Contains) ? levels : null,
            DefaultThinkingLevel = thinking?.Default,
            ThinkingBudget = thinking is { Min: { } min, Max: { } max } ? (min, max) : null,
            RefusesBudget = thinking is { Kind: GeminiThinkingKind.Level } && target.Family != "gemini-3",
            ThinkingCanBeDisabled = thinking?.CanDisable ?? false,
            ThinksByDefault = thinking?.Default is not (null or "off"),
            IgnoresSampling = target.Capabilities.SamplingParameters == GeminiSamplingParameters.Ignored,
            AcceptsJsonSchema = target.Capabilities.ResponseJsonSchema switch
            {
                GeminiSupport.Unknown => null,
                GeminiSupport.No => false,
                _ => true,
            },
            SignsCalls = thinking is { Kind: GeminiThinkingKind.Level } && target.Family.StartsWith("gemini", StringComparison.Ordinal),
            RefusedTools = [.. RefusedTools(target.Capabilities)],
            RefusesToolCombination = target.Capabilities.ToolCombination == GeminiSupport.No,
            InputModalities = target.InputModalities,
            OutputModalities = target.OutputModalities,
            MaxTemperature = target.OutputModalities.Contains("image") ? 1 : (double)(target.ParameterDefaults?.MaxTemperature ?? 2),
            Defaults = target.ParameterDefaults,
            MinCachedTokens = target.Capabilities.MinCachedTokens,
            Methods = target.SupportedGenerationMethods is { Count: > 0 } methods ? methods : [.. UsualMethods(target)],
            Shutdown = target.Shutdown,
            IsShutDown = entry.Status == GeminiModelStatus.ShutDown || target.Status == GeminiModelStatus.ShutDown,
        };
    }

    /// <summary>What a model serves where the catalogue has no list of it.</summary>
    private static IEnumerable<string> UsualMethods(GeminiModel model)
    {
        GeminiCapabilities capabilities = model.Capabilities;
        if (model.OutputModalities.Contains("embedding"))
        {
            return ["embedContent", "countTextTokens", "countTokens", "asyncBatchEmbedContent"];
        }

        // Live models talk over a socket and do nothing else.
        return capabilities.Live == GeminiSupport.Yes ? ["bidiGenerateContent", "countTokens"] : GenerateMethods(capabilities);
    }

    private static IEnumerable<string> GenerateMethods(GeminiCapabilities capabilities)
    {
        yield return "generateContent";
        yield return "countTokens";
        if (capabilities.Caching is GeminiCaching.Yes or GeminiCaching.PaidOnly)
        {
            yield return "createCachedContent";
        }

        if (capabilities.Batch == GeminiSupport.Yes)
        {
            yield return "batchGenerateContent";
        }
    }

    private static IEnumerable<string> RefusedTools(GeminiCapabilities capabilities) =>
        new[]
        {
            ("functionDeclarations", capabilities.FunctionCalling),
            ("googleSearch", capabilities.SearchGrounding),
            ("urlContext", capabilities.UrlContext),
            ("codeExecution", capabilities.CodeExecution),
        }.Where(tool => tool.Item2 == GeminiSupport.No).Select(tool => tool.Item1);

    private static ThinkingKind KindOf(GeminiThinking? thinking) => thinking?.Kind switch
    {
        GeminiThinkingKind.None => ThinkingKind.None,
        GeminiThinkingKind.Budget => ThinkingKind.Budget,
        GeminiThinkingKind.Level => ThinkingKind.Level,
        _ => ThinkingKind.Unknown,
    };
}
