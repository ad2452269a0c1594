using System.Globalization;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3003: so few output tokens that a model which thinks first may spend them all on thoughts, and answer nothing.</summary>
internal static class OutputTokensTooFewRule
{
    // What medium thinking about an easy question takes, from observed usage; at low, a fourth of it.
    private const int Few = 1024;
    private const int FewAtLow = 256;

    // What a fix leaves for thoughts of unknown length and an answer.
    private const int Plenty = 8192;

    /// <summary>Checks one number of tokens.</summary>
    /// <param name="tokens">The setting.</param>
    /// <param name="level">The thinking level that is set beside it; null when none is.</param>
    /// <param name="budget">The thinking budget that is set beside it; null when none is.</param>
    /// <param name="report">Takes the finding.</param>
    public static void Check(Setting tokens, string? level, int? budget, Action<Diagnostic> report)
    {
        if (tokens is not { Name: WellKnownNames.MaxOutputTokens, Integer: { } number and > 0, Model: { Thinking: { } thinking } model } || Needed(thinking, level, budget) is not { } needed || number >= needed || number > model.OutputTokenLimit)
        {
            return;
        }

        int enough = Math.Min(model.OutputTokenLimit ?? int.MaxValue, Math.Max(Plenty, needed + Few));
        report(Diagnostic.Create(
            Descriptors.OutputTokensTooFew,
            tokens.Location,
            ReplacementProperties.Of(enough.ToString(CultureInfo.InvariantCulture))!.Add(ReplacementProperties.LessThinking, LessThinking(thinking, number)),
            number,
            model.Id,
            needed));
    }

    /// <summary>The fewest tokens that leave some for the answer; null when the model does not think, or nothing is known of how much.</summary>
    private static int? Needed(CatalogThinking thinking, string? level, int? budget)
    {
        bool hasUsualLevels = thinking.Kind == CatalogThinkingKind.Level && Array.IndexOf(thinking.Levels, "HIGH") >= 0;
        if (thinking.Kind != CatalogThinkingKind.Budget && !hasUsualLevels)
        {
            return null;
        }

        return budget switch
        {
            > 0 => budget + 1,
            0 => null,
            < 0 => Few,
            null => (level ?? thinking.Default)?.ToUpperInvariant() switch
            {
                "LOW" => FewAtLow,
                "MEDIUM" or "HIGH" or "DYNAMIC" => Few,
                _ => null,
            },
        };
    }

    /// <summary>The setting with which the tokens would do, as an attribute has it; null when the model has none.</summary>
    private static string? LessThinking(CatalogThinking thinking, int tokens)
        => thinking.Kind == CatalogThinkingKind.Budget ? (thinking.CanDisable ? WellKnownNames.ThinkingBudget + " = 0" : null)
            : Array.IndexOf(thinking.Levels, "MINIMAL") >= 0 ? WellKnownNames.Thinking + " = " + WellKnownNames.ThinkingLevel + ".Minimal"
            : Array.IndexOf(thinking.Levels, "LOW") >= 0 && tokens >= FewAtLow ? WellKnownNames.Thinking + " = " + WellKnownNames.ThinkingLevel + ".Low"
            : null;
}
