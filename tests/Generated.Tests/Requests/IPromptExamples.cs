using GeminiGen;

namespace Desk;

/// <summary>Examples of answers from values.</summary>
[GeminiPrompts(Model = "gemini-3.8-flash")]
public partial interface IPromptExamples
{
    /// <summary>One example, and one for each item.</summary>
    [PromptFile("Prompts/Triage.prompt")]
    Task<Triage> SortAsync(string text, Triage? sample, IReadOnlyList<TriageShot> shots);

    /// <summary>The same in the syntax of other tools.</summary>
    [PromptFile("Prompts/Shots.prompt", Syntax = PromptSyntax.Handlebars)]
    Task<PromptResult<Triage>> SortLikeOthersAsync(string text, TriageShot[] shots);
}

/// <summary>Where a complaint goes.</summary>
public sealed record Triage(string Team, int Urgency, string? Note = null);

/// <summary>A complaint that has been sorted.</summary>
public sealed record TriageShot(string Question, Triage Answer);
