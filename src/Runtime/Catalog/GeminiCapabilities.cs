namespace GeminiGen;

/// <summary>What a model can do, as far as its sources say.</summary>
public sealed class GeminiCapabilities
{
    /// <summary>How the model thinks; null when no source says.</summary>
    public GeminiThinking? Thinking { get; init; }

    /// <summary>Whether answers can be bound to a schema.</summary>
    public GeminiSupport StructuredOutput { get; init; }

    /// <summary>Whether that schema may be given in the JSON Schema dialect (<c>responseJsonSchema</c>).</summary>
    public GeminiSupport ResponseJsonSchema { get; init; }

    /// <summary>Keywords of its schema dialect that the model refuses, such as <c>maxItems</c>; schemas go out without them.</summary>
    public IReadOnlyList<string> RefusedSchemaKeywords { get; init; } = [];

    /// <summary>Whether the model calls functions.</summary>
    public GeminiSupport FunctionCalling { get; init; }

    /// <summary>Whether the model can be tuned.</summary>
    public GeminiSupport Tuning { get; init; }

    /// <summary>Which kinds of context caching it has.</summary>
    public GeminiCaching Caching { get; init; }

    /// <summary>Fewest tokens a cache takes; null when no source says.</summary>
    public int? MinCachedTokens { get; init; }

    /// <summary>Whether the batch API takes it.</summary>
    public GeminiSupport Batch { get; init; }

    /// <summary>Whether it serves live sessions.</summary>
    public GeminiSupport Live { get; init; }

    /// <summary>Whether it can ground answers in a web search.</summary>
    public GeminiSupport SearchGrounding { get; init; }

    /// <summary>Whether it runs code.</summary>
    public GeminiSupport CodeExecution { get; init; }

    /// <summary>Whether it reads web pages named in the prompt.</summary>
    public GeminiSupport UrlContext { get; init; }

    /// <summary>Whether typed answers, functions, and tools the API runs itself may be used together in one call.</summary>
    public GeminiSupport ToolCombination { get; init; }

    /// <summary>Whether answers can be streamed.</summary>
    public GeminiSupport Streaming { get; init; }

    /// <summary>Whether it takes a system instruction.</summary>
    public GeminiSupport SystemInstruction { get; init; }

    /// <summary>What it does with temperature, topP and topK.</summary>
    public GeminiSamplingParameters SamplingParameters { get; init; }
}
