namespace GeminiGen;

/// <summary>
/// From which probability of harm on the API blocks content of a category (<c>safetySettings</c>). On an interface it holds for every method; one on a method wins
/// for its category. A blocked answer is a <see cref="GeminiBlockedException"/>, or <see cref="PromptOutcome.Blocked"/>.
/// </summary>
/// <param name="category">The category; each once.</param>
/// <param name="threshold">The threshold.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, AllowMultiple = true, Inherited = false)]
public sealed class SafetyAttribute(HarmCategory category, HarmBlockThreshold threshold) : Attribute
{
    /// <summary>The category.</summary>
    public HarmCategory Category { get; } = category;

    /// <summary>The threshold.</summary>
    public HarmBlockThreshold Threshold { get; } = threshold;
}
