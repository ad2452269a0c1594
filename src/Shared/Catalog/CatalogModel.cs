namespace GeminiGen.Shared.Catalog;

/// <summary>What rules and generator need to know of a model. The table of them is generated from <c>gemini-models.json</c> at our build.</summary>
internal sealed record CatalogModel
{
    /// <summary>The id the API takes.</summary>
    public string Id { get; init; } = "";

    /// <summary>The family, as in <c>gemini-3</c>.</summary>
    public string Family { get; init; } = "";

    /// <summary>Where the model stands in its life.</summary>
    public CatalogStatus Status { get; init; }

    /// <summary>Last day of service as <c>yyyy-MM-dd</c> (or <c>yyyy-MM</c> where only the month is known); null when none is announced.</summary>
    public string? Shutdown { get; init; }

    /// <summary>The id the API's owner names as successor.</summary>
    public string? Replacement { get; init; }

    /// <summary>The id an alias stands for.</summary>
    public string? AliasOf { get; init; }

    /// <summary>Most input tokens; null when unknown.</summary>
    public int? InputTokenLimit { get; init; }

    /// <summary>Most output tokens; null when unknown.</summary>
    public int? OutputTokenLimit { get; init; }

    /// <summary>Most output tokens a call that does not stream may ask for, where that is less than <see cref="OutputTokenLimit"/>.</summary>
    public int? OutputTokenLimitWithoutStream { get; init; }

    /// <summary>Most output tokens a stream may ask for in all, where the API continues an answer over several calls.</summary>
    public int? LongDecodeTokenLimit { get; init; }

    /// <summary>How the model thinks; null when unknown.</summary>
    public CatalogThinking? Thinking { get; init; }

    /// <summary>What the model costs, the smallest inputs first; empty when unknown.</summary>
    public CatalogPriceTier[] PriceTiers { get; init; } = [];

    /// <summary>What the model does with temperature, topP and topK.</summary>
    public CatalogSampling SamplingParameters { get; init; }

    /// <summary>Largest temperature; null when unknown.</summary>
    public decimal? MaxTemperature { get; init; }

    /// <summary>Whether the model answers to a schema.</summary>
    public CatalogSupport StructuredOutput { get; init; }

    /// <summary>Whether the model takes schemas in the JSON Schema dialect.</summary>
    public CatalogSupport ResponseJsonSchema { get; init; }

    /// <summary>Whether the model calls functions.</summary>
    public CatalogSupport FunctionCalling { get; init; }

    /// <summary>Whether the model searches the web.</summary>
    public CatalogSupport SearchGrounding { get; init; }

    /// <summary>Whether the model has code run.</summary>
    public CatalogSupport CodeExecution { get; init; }

    /// <summary>Whether the model reads pages the prompt names.</summary>
    public CatalogSupport UrlContext { get; init; }

    /// <summary>Whether typed answers, functions and the API's own tools go together.</summary>
    public CatalogSupport ToolCombination { get; init; }

    /// <summary>Keywords of its schema language that the model refuses.</summary>
    public string[] RefusedSchemaKeywords { get; init; } = [];

    /// <summary>What the model reads: <c>text</c>, <c>image</c>, <c>audio</c>, <c>video</c>, <c>pdf</c>; empty when unknown.</summary>
    public string[] InputModalities { get; init; } = [];

    /// <summary>What the model gives: <c>text</c>, <c>image</c>, <c>audio</c>, <c>embedding</c>; empty when unknown.</summary>
    public string[] OutputModalities { get; init; } = [];

    /// <summary>True when the data shows that the model gives no text, which is what every contract is answered with.</summary>
    public bool GivesNoText => OutputModalities.Length > 0 && Array.IndexOf(OutputModalities, "text") < 0;

    /// <summary>True when the data shows that the model takes no schema of a type that contains itself.</summary>
    public bool RefusesRecursion => ResponseJsonSchema == CatalogSupport.No || Array.IndexOf(RefusedSchemaKeywords, "$ref") >= 0;

    /// <summary>True when the data shows that the model makes no vectors.</summary>
    public bool GivesNoEmbeddings => OutputModalities.Length > 0 && Array.IndexOf(OutputModalities, "embedding") < 0;
}
