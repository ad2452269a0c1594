using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Limits;

/// <summary>The constant texts that every call of a method sends.</summary>
/// <param name="Template">The prompt's template.</param>
/// <param name="TemplateLocation">Its place.</param>
/// <param name="SystemInstruction">The system instruction.</param>
/// <param name="SystemInstructionLocation">Its place.</param>
internal readonly record struct PromptTexts(string? Template, Location? TemplateLocation, string? SystemInstruction, Location? SystemInstructionLocation)
{
    /// <summary>The texts of both sides of the examples.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];

    /// <summary>The texts of the files that the templates include.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>The tokens of the answer's schema and of the functions that go with the texts.</summary>
    public int DeclaredTokens { get; init; }

    /// <summary>The most tokens of the arguments that are bounded.</summary>
    public int ArgumentTokens { get; init; }

    /// <summary>The place of the longer text: that is the one to shorten.</summary>
    public Location? Location => Length(SystemInstruction) > Length(Template) ? SystemInstructionLocation : TemplateLocation;

    /// <summary>Estimates what the texts, and what is declared with them, cost with every call, in tokens; placeholders count as they are written.</summary>
    public int EstimateTokens()
    {
        int tokens = EstimateTurn(Template) + EstimateTurn(SystemInstruction) + DeclaredTokens;
        foreach (string example in Examples)
        {
            tokens += EstimateTurn(example);
        }

        foreach (string include in Includes)
        {
            tokens += TokenEstimator.Estimate(include.AsSpan());
        }

        return tokens;
    }

    private static int Length(string? text) => text?.Length ?? 0;

    private static int EstimateTurn(string? text) => text is null ? 0 : TokenEstimator.EstimateTurn(text.AsSpan());
}
