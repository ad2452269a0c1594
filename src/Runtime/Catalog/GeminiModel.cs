namespace GeminiGen;

/// <summary>What the catalogue knows of one model. Numbers come from the sources listed in <see cref="Sources"/>.</summary>
public sealed partial class GeminiModel
{
    /// <summary>Creates an entry.</summary>
    /// <param name="id">The id the API takes, without <c>models/</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or empty.</exception>
    public GeminiModel(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    /// <summary>The id the API takes, without <c>models/</c>.</summary>
    public string Id { get; }

    /// <summary>The generation it belongs to, such as <c>gemini-3</c>.</summary>
    public string Family { get; init; } = "";

    /// <summary>Where it stands in its life, as of the catalogue's sources.</summary>
    public GeminiModelStatus Status { get; init; }

    /// <summary>First day of service; null when no source says.</summary>
    public DateOnly? Released { get; init; }

    /// <summary>Last day of service (the last of the month where only a month is known); null when none is announced.</summary>
    public DateOnly? Shutdown { get; init; }

    /// <summary>The id Google names as successor; null when it names none.</summary>
    public string? Replacement { get; init; }

    /// <summary>The id an alias stands for; null for models.</summary>
    public string? AliasOf { get; init; }

    /// <summary>Most input tokens of a request; null when no source says.</summary>
    public int? InputTokenLimit { get; init; }

    /// <summary>Most output tokens of an answer, thoughts included; null when no source says.</summary>
    public int? OutputTokenLimit { get; init; }

    /// <summary>Most output tokens that a call which does not stream may ask for, where that is less than <see cref="OutputTokenLimit"/>; otherwise null.</summary>
    public int? OutputTokenLimitWithoutStream { get; init; }

    /// <summary>
    /// Most output tokens that a stream may ask for in all, input included, where the API continues an answer over several calls (finish reason <c>CONTINUATION</c>); otherwise
    /// null. One call gives at most <see cref="OutputTokenLimit"/> of them.
    /// </summary>
    public int? LongDecodeTokenLimit { get; init; }

    /// <summary>A remark on the limits.</summary>
    public string? ContextNote { get; init; }

    /// <summary>What it costs; null when no source says.</summary>
    public GeminiPrices? Prices { get; init; }

    /// <summary>Limits of the free tier; null when no source says.</summary>
    public GeminiRateLimits? FreeTier { get; init; }

    /// <summary>Limits of the first paid tier; null when no source says.</summary>
    public GeminiRateLimits? Tier1 { get; init; }

    /// <summary>What it reads: <c>text</c>, <c>image</c>, <c>video</c>, <c>audio</c>, <c>pdf</c>.</summary>
    public IReadOnlyList<string> InputModalities { get; init; } = [];

    /// <summary>What it writes: <c>text</c>, <c>image</c>, <c>video</c>, <c>audio</c>, <c>embedding</c>.</summary>
    public IReadOnlyList<string> OutputModalities { get; init; } = [];

    /// <summary>What it can do.</summary>
    public GeminiCapabilities Capabilities { get; init; } = new();

    /// <summary>Facts that fit nowhere else.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>API methods it serves, such as <c>generateContent</c>; empty when no source says.</summary>
    public IReadOnlyList<string> SupportedGenerationMethods { get; init; } = [];

    /// <summary>The sampling values it uses when a request gives none; null when no source says.</summary>
    public GeminiParameterDefaults? ParameterDefaults { get; init; }

    /// <summary>Where all this comes from.</summary>
    public IReadOnlyList<GeminiSource> Sources { get; init; } = [];

    /// <summary>How it thinks; null when no source says.</summary>
    public GeminiThinking? Thinking => Capabilities.Thinking;

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
