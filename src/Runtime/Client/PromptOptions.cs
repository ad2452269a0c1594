namespace GeminiGen;

/// <summary>
/// What is different for one call: an optional parameter of a contract's method takes it. Every member that is <see langword="null"/> is what the contract says.
/// </summary>
/// <remarks>
/// Values are checked against the catalogue when the call is made, by the same bounds and in the same words as attributes while one types; what is out of them throws
/// <see cref="GeminiConfigurationException"/> before anything is sent. Never changes once made, so one instance serves any number of calls.
/// </remarks>
public sealed class PromptOptions
{
    /// <summary>The model's id, as in <c>gemini-3.5-flash</c>. Wins over everything else that names one.</summary>
    public string? Model { get; init; }

    /// <summary>Randomness, 0 to the model's maximum (2 for most). Models from 3.6 on ignore it.</summary>
    public double? Temperature { get; init; }

    /// <summary>Nucleus sampling, 0 to 1. Models from 3.6 on ignore it.</summary>
    public double? TopP { get; init; }

    /// <summary>How many of the likeliest tokens to sample from, at least 1. Models from 3.6 on ignore it.</summary>
    public int? TopK { get; init; }

    /// <summary>The most tokens to generate, thinking included: 1 to the model's output limit.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Texts that end the answer where they occur; at most five. An empty list takes the contract's away.</summary>
    public IReadOnlyList<string>? StopSequences
    {
        get;
        init => field = value is null ? null : [.. value];
    }

    /// <summary>The seed of sampling.</summary>
    public int? Seed { get; init; }

    /// <summary>How much the model thinks, for models from 3 on. Replaces the contract's budget, too. Excludes <see cref="ThinkingBudget"/>.</summary>
    public ThinkingLevel? Thinking { get; init; }

    /// <summary>Tokens the model may spend on thinking, for models of the 2.5 family; -1 lets the model decide. Replaces the contract's level, too. Excludes <see cref="Thinking"/>.</summary>
    public int? ThinkingBudget { get; init; }

    /// <summary>Safety settings, each category once. Categories that are not among them stay as the contract has them.</summary>
    public IReadOnlyList<SafetySetting>? Safety
    {
        get;
        init => field = value is null ? null : [.. value];
    }

    /// <summary>Labels for the bill. Google Cloud alone takes them; the Gemini Developer API would refuse the request, so there a call with labels throws.</summary>
    public IReadOnlyDictionary<string, string>? Labels
    {
        get;
        init => field = value is null ? null : new Dictionary<string, string>(value);
    }
}
