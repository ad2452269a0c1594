using GeminiGen.Shared.Json;

namespace GeminiGen.Shared.Catalog;

/// <summary>Puts what a project's file says over the compiler's entries. The file has been checked.</summary>
internal static class CatalogPatch
{
    /// <summary>A catalogue with a file's entries over its own; new models come last.</summary>
    public static ModelCatalog Apply(ModelCatalog catalog, IReadOnlyList<JsonValue> entries)
    {
        List<CatalogModel> models = [.. catalog.All];
        foreach (JsonValue entry in entries)
        {
            string id = ProjectCatalogFile.IdOf(entry);
            int index = models.FindIndex(model => model.Id == id);
            CatalogModel changed = Apply(index < 0 ? new CatalogModel { Id = id } : models[index], entry);
            if (index < 0)
            {
                models.Add(changed);
            }
            else
            {
                models[index] = changed;
            }
        }

        return new ModelCatalog(models);
    }

    /// <summary>An entry with what the file says of it.</summary>
    public static CatalogModel Apply(CatalogModel model, JsonValue entry)
    {
        foreach (JsonMember member in entry.Members)
        {
            JsonValue value = member.Value;
            model = member.Name switch
            {
                "family" => model with { Family = Text(value) ?? "" },
                "status" => model with { Status = Word<CatalogStatus>(value) },
                "shutdown" => model with { Shutdown = Text(value) },
                "replacement" => model with { Replacement = Text(value) },
                "aliasOf" => model with { AliasOf = Text(value) },
                "inputTokenLimit" => model with { InputTokenLimit = Integer(value) },
                "outputTokenLimit" => model with { OutputTokenLimit = Integer(value) },
                "outputTokenLimitWithoutStream" => model with { OutputTokenLimitWithoutStream = Integer(value) },
                "longDecodeTokenLimit" => model with { LongDecodeTokenLimit = Integer(value) },
                "inputModalities" => model with { InputModalities = Texts(value) },
                "outputModalities" => model with { OutputModalities = Texts(value) },
                "parameterDefaults" => ApplyDefaults(model, value),
                "capabilities" => ApplyCapabilities(model, value),
                "prices" => model with { PriceTiers = value.Find("tiers") is { } tiers ? [.. tiers.Items.Select(PriceTier)] : value.IsNull ? [] : model.PriceTiers },
                _ => model,
            };
        }

        return model;
    }

    private static CatalogModel ApplyDefaults(CatalogModel model, JsonValue defaults)
        => defaults.IsNull ? model with { MaxTemperature = null }
            : defaults.Find("maxTemperature") is { } value ? model with { MaxTemperature = value.IsNull ? null : value.GetDecimal() }
            : model;

    private static CatalogModel ApplyCapabilities(CatalogModel model, JsonValue capabilities)
    {
        if (capabilities.IsNull)
        {
            return model with
            {
                Thinking = null,
                SamplingParameters = CatalogSampling.Unknown,
                StructuredOutput = CatalogSupport.Unknown,
                ResponseJsonSchema = CatalogSupport.Unknown,
                FunctionCalling = CatalogSupport.Unknown,
                SearchGrounding = CatalogSupport.Unknown,
                CodeExecution = CatalogSupport.Unknown,
                UrlContext = CatalogSupport.Unknown,
                ToolCombination = CatalogSupport.Unknown,
                RefusedSchemaKeywords = [],
            };
        }

        foreach (JsonMember member in capabilities.Members)
        {
            JsonValue value = member.Value;
            model = member.Name switch
            {
                "thinking" => model with { Thinking = value.IsNull ? null : ApplyThinking(model.Thinking ?? new CatalogThinking(), value) },
                "samplingParameters" => model with { SamplingParameters = Word<CatalogSampling>(value) },
                "structuredOutput" => model with { StructuredOutput = Support(value) },
                "responseJsonSchema" => model with { ResponseJsonSchema = Support(value) },
                "functionCalling" => model with { FunctionCalling = Support(value) },
                "searchGrounding" => model with { SearchGrounding = Support(value) },
                "codeExecution" => model with { CodeExecution = Support(value) },
                "urlContext" => model with { UrlContext = Support(value) },
                "toolCombination" => model with { ToolCombination = Support(value) },
                "refusedSchemaKeywords" => model with { RefusedSchemaKeywords = Texts(value) },
                _ => model,
            };
        }

        return model;
    }

    private static CatalogPriceTier PriceTier(JsonValue tier) => new()
    {
        InputPerMillionTokens = tier.Find("inputPerMTok") is { IsNull: false } input ? input.GetDecimal() : null,
        OutputPerMillionTokens = tier.Find("outputPerMTok") is { IsNull: false } output ? output.GetDecimal() : null,
    };

    private static CatalogThinking ApplyThinking(CatalogThinking thinking, JsonValue entry)
    {
        foreach (JsonMember member in entry.Members)
        {
            JsonValue value = member.Value;
            thinking = member.Name switch
            {
                "kind" => thinking with { Kind = Word<CatalogThinkingKind>(value) },
                "levels" => thinking with { Levels = Texts(value) },
                "min" => thinking with { Min = Integer(value) },
                "max" => thinking with { Max = Integer(value) },
                "canDisable" => thinking with { CanDisable = Flag(value) },
                "dynamic" => thinking with { Dynamic = Flag(value) },
                "default" => thinking with { Default = Text(value) },
                _ => thinking,
            };
        }

        return thinking;
    }

    private static string? Text(JsonValue value) => value.IsNull ? null : value.GetString();

    private static string[] Texts(JsonValue value) => [.. value.Items.Select(static item => item.GetString())];

    private static int? Integer(JsonValue value) => value.IsNull ? null : value.GetInt32();

    private static bool Flag(JsonValue value) => !value.IsNull && value.GetBoolean();

    private static T Word<T>(JsonValue value)
        where T : struct
        => !value.IsNull && Enum.TryParse(Identifiers.Pascal(value.GetString()), out T word) ? word : default;

    private static CatalogSupport Support(JsonValue value) => value.Kind switch
    {
        JsonKind.Null => CatalogSupport.Unknown,
        JsonKind.String => CatalogSupport.Partial,
        JsonKind.True => CatalogSupport.Yes,
        _ => CatalogSupport.No,
    };
}
