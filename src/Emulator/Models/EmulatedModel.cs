namespace GeminiGen.Emulator.Models;

/// <summary>What the emulator needs to know of a model; unknown numbers are null and then not checked.</summary>
internal sealed record EmulatedModel
{
    /// <summary>The id as listed; an alias keeps its own.</summary>
    public required string Id { get; init; }

    /// <summary>The id that answers: the target of an alias, otherwise <see cref="Id"/>.</summary>
    public required string Version { get; init; }

    public int? InputTokenLimit { get; init; }

    public int? OutputTokenLimit { get; init; }

    /// <summary>Most output tokens of a call that does not stream, where that is less.</summary>
    public int? OutputTokenLimitWithoutStream { get; init; }

    /// <summary>Most tokens of input and output together that a stream may ask for, for models whose answers go on over several calls.</summary>
    public int? LongDecodeTokenLimit { get; init; }

    public ThinkingKind Thinking { get; init; }

    /// <summary>Upper-case level names, for models set by level; null when not known.</summary>
    public IReadOnlyList<string>? ThinkingLevels { get; init; }

    /// <summary>The level used when a request names none.</summary>
    public string? DefaultThinkingLevel { get; init; }

    /// <summary>Smallest and largest thinking budget in tokens, for models set by budget.</summary>
    public (int Min, int Max)? ThinkingBudget { get; init; }

    /// <summary>Whether any thinking budget is refused: of the models set by level only the third generation still takes one.</summary>
    public bool RefusesBudget { get; init; }

    /// <summary>Whether a budget of 0 switches thinking off.</summary>
    public bool ThinkingCanBeDisabled { get; init; }

    /// <summary>Whether the model thinks when a request says nothing about it.</summary>
    public bool ThinksByDefault { get; init; }

    /// <summary>Whether the model ignores sampling values; such models also refuse penalties and a last turn of the model.</summary>
    public bool IgnoresSampling { get; init; }

    /// <summary>Whether <c>responseJsonSchema</c> is accepted; null when not known.</summary>
    public bool? AcceptsJsonSchema { get; init; }

    /// <summary>Whether the model signs its calls of functions and refuses them without their signatures.</summary>
    public bool SignsCalls { get; init; }

    /// <summary>Tools of the API, by their fields, and functions, that the model is known not to take.</summary>
    public IReadOnlyList<string> RefusedTools { get; init; } = [];

    /// <summary>Whether the model refuses typed answers, functions and tools of the API in one call.</summary>
    public bool RefusesToolCombination { get; init; }

    /// <summary>What a prompt may hold: text, image, audio, video, pdf; empty when not known.</summary>
    public IReadOnlyList<string> InputModalities { get; init; } = [];

    /// <summary>What an answer may hold; empty when not known.</summary>
    public IReadOnlyList<string> OutputModalities { get; init; } = [];

    /// <summary>The highest temperature it takes.</summary>
    public double MaxTemperature { get; init; } = 2;

    /// <summary>What the API says of sampling when it lists the model; null when not known.</summary>
    public GeminiParameterDefaults? Defaults { get; init; }

    /// <summary>Fewest tokens a cache takes; null when not known.</summary>
    public int? MinCachedTokens { get; init; }

    /// <summary>Names of the methods the model serves.</summary>
    public required IReadOnlyList<string> Methods { get; init; }

    /// <summary>The day the model stops answering, if one is known.</summary>
    public DateOnly? Shutdown { get; init; }

    /// <summary>Whether the model was shut down already, on whatever day.</summary>
    public bool IsShutDown { get; init; }

    public bool Answers(DateOnly today) => !IsShutDown && (Shutdown is not { } day || today < day);

    public bool Serves(string method) => Methods.Contains(method);
}
