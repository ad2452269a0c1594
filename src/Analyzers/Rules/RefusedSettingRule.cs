using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Texts;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0013 for settings: those that the model refuses, or takes and ignores. Speaks only where the catalogue says so.</summary>
internal static class RefusedSettingRule
{
    private const string NoThinking = "it does not think; remove it, or name another model";

    // Of the families set by level the one that still takes a budget.
    private const string TakesBothFamily = "gemini-3";

    /// <summary>Checks one setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="owner">Whose it is, as messages say it.</param>
    /// <param name="report">Takes the finding.</param>
    /// <param name="isShared">Whether it is for other models, too, so that being ignored by this one is no fault.</param>
    public static void Check(Setting setting, string owner, Action<Diagnostic> report, bool isShared = false)
    {
        if (setting.Model is not { } model)
        {
            return;
        }

        if (FindCure(setting, model) is { } cure)
        {
            report(Diagnostic.Create(Descriptors.RefusedByModel, setting.Location, "'" + setting.Name + "'", owner, model.Id, new ReasonText(cure)));
        }
        else if (!isShared && model.SamplingParameters == CatalogSampling.Ignored && setting.Name is WellKnownNames.Temperature or WellKnownNames.TopP or WellKnownNames.TopK)
        {
            report(Diagnostic.Create(Descriptors.IgnoredByModel, setting.Location, setting.Name, owner, model.Id));
        }
    }

    private static string? FindCure(Setting setting, CatalogModel model) => (setting.Name, model.Thinking?.Kind) switch
    {
        (WellKnownNames.Thinking, CatalogThinkingKind.None) => NoThinking,
        (WellKnownNames.ThinkingBudget, CatalogThinkingKind.None) when setting.Integer != 0 => NoThinking,
        (WellKnownNames.Thinking, CatalogThinkingKind.Budget) => "its thinking is set by 'ThinkingBudget'; set that, or remove it",
        (WellKnownNames.ThinkingBudget, CatalogThinkingKind.Level) when model.Family != TakesBothFamily => "its thinking is set by 'Thinking'; set that, or remove it",
        _ => null,
    };
}
