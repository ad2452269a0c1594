using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Yaml;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <content>Output tokens beside thinking (GG3003).</content>
internal sealed partial class ContractSettingsVisit
{
    /// <summary>Checks the tokens a contract sets for all its methods, where one of them adds nothing to it.</summary>
    private void VisitSharedTokens()
    {
        if (_contract.FindAttribute(_symbols.Generation) is { } shared && FindSetting(shared, _textModel, WellKnownNames.MaxOutputTokens) is { } tokens && GetServedMethods().Any(AddsNothing))
        {
            CheckTokens(tokens, [shared], null);
        }
    }

    /// <summary>Checks the tokens a method sets, in its attribute or in its prompt file.</summary>
    private void VisitTokens(IMethodSymbol method, MethodFile? file, MethodModel model)
    {
        AttributeData? own = method.FindAttribute(_symbols.Generation);
        Setting? tokens = own is null ? null : FindSetting(own, model.Model, WellKnownNames.MaxOutputTokens);
        if (tokens is null && file is not null)
        {
            foreach ((string name, YamlValue value) in file.Settings.Settings)
            {
                tokens = name == WellKnownNames.MaxOutputTokens ? new FileSetting(name, value, Locate(file, value), model.Model) : tokens;
            }
        }

        if (tokens is not null)
        {
            CheckTokens(tokens, [own, _contract.FindAttribute(_symbols.Generation)], file);
        }
    }

    // The first of the attributes that says something about thinking decides; the prompt file comes behind the method's own.
    private void CheckTokens(Setting tokens, IReadOnlyList<AttributeData?> attributes, MethodFile? file)
    {
        string? level = null;
        int? budget = null;
        for (int i = 0; i < attributes.Count && level is null && budget is null; i++)
        {
            level = attributes[i] is { } leveled ? FindSetting(leveled, null, WellKnownNames.Thinking)?.Member : null;
            budget = attributes[i] is { } budgeted ? FindSetting(budgeted, null, WellKnownNames.ThinkingBudget)?.Integer : null;
            if (i == 0 && level is null && budget is null)
            {
                (level, budget) = ThinkingOf(file);
            }
        }

        OutputTokensTooFewRule.Check(tokens, level, budget, _report);
    }

    private static (string? Level, int? Budget) ThinkingOf(MethodFile? file)
    {
        string? level = null;
        int? budget = null;
        foreach ((string name, YamlValue value) in file?.Settings.Settings ?? [])
        {
            level = name == WellKnownNames.Thinking ? FrontMatterReader.GetThinkingLevel(value.Text) : level;
            budget = name == WellKnownNames.ThinkingBudget && value.TryGetInt32(out int tokens) ? tokens : budget;
        }

        return (level, budget);
    }

    private bool AddsNothing(IMethodSymbol method)
    {
        AttributeData? own = method.FindAttribute(_symbols.Generation);
        MethodFile? file = FindFile(method);
        return method.FindAttribute(_symbols.Embed) is null
            && !Decides(own, WellKnownNames.MaxOutputTokens) && !Decides(own, WellKnownNames.Thinking)
            && !Decides(file, WellKnownNames.MaxOutputTokens) && !Decides(file, WellKnownNames.Thinking)
            && FindModel(method, file).Id is null;
    }

    private AttributeSetting? FindSetting(AttributeData attribute, CatalogModel? model, string name)
    {
        foreach (AttributeSetting setting in GetSettings(attribute, model))
        {
            if (setting.Name == name)
            {
                return setting;
            }
        }

        return null;
    }
}
