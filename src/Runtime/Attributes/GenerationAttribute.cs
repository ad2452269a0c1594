namespace GeminiGen;

/// <summary>
/// How the model generates: the members of the API's <c>generationConfig</c>. Only what is set is sent. On an interface it holds for every
/// method, and what a method sets itself wins member by member.
/// </summary>
/// <remarks>Bounds are those of the Gemini API's reference; the analyzers check them against the catalogue of models.</remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class GenerationAttribute : Attribute
{
    /// <summary>Randomness, 0 to 2. Models from 3.6 on ignore it.</summary>
    public double Temperature { get; set; }

    /// <summary>Nucleus sampling, 0 to 1. Models from 3.6 on ignore it.</summary>
    public double TopP { get; set; }

    /// <summary>How many of the likeliest tokens to sample from, at least 1. Models from 3.6 on ignore it.</summary>
    public int TopK { get; set; }

    /// <summary>
    /// The most tokens to generate, 1 to the model's output limit. Thinking counts too, so a small value may leave no room for an answer
    /// (<see cref="PromptOutcome.Truncated"/>).
    /// </summary>
    public int MaxOutputTokens { get; set; }

    /// <summary>Texts that end the answer where they occur; at most five.</summary>
    public string[] StopSequences { get; set; } = [];

    /// <summary>The seed of sampling: the same seed, prompt and model tend to give the same answer.</summary>
    public int Seed { get; set; }

    /// <summary>Tokens the model may spend on thinking, for models of the 2.5 family; -1 lets the model decide. Excludes <see cref="Thinking"/>.</summary>
    public int ThinkingBudget { get; set; }

    /// <summary>How much the model thinks, for models from 3 on. Excludes <see cref="ThinkingBudget"/>.</summary>
    public ThinkingLevel Thinking { get; set; }
}
