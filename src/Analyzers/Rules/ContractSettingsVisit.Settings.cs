using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Yaml;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <content>Settings.</content>
internal sealed partial class ContractSettingsVisit
{
    private void VisitSettings(ISymbol symbol, CatalogModel? model, Func<bool> isAnsweredWhole)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (Is(attribute, _symbols.Safety))
            {
                SettingOutOfRangeRule.CheckSafety(attribute, _report, _cancellationToken);
            }

            if (!HasSettings(attribute))
            {
                continue;
            }

            foreach (AttributeSetting setting in GetSettings(attribute, model))
            {
                OutputTokensAboveLimitRule.Check(setting, isAnsweredWhole, _report);
                if (!SettingOutOfRangeRule.Check(setting, _report))
                {
                    RefusedSettingRule.Check(setting, GetName(symbol), _report);
                }

                NoRetryRule.Check(setting, symbol, _rules.Facts, _report, _cancellationToken);
            }
        }
    }

    private void VisitSafety(ISymbol symbol)
    {
        List<AttributeData> attributes = [.. symbol.GetAttributes().Where(attribute => Is(attribute, _symbols.Safety))];
        if (attributes.Count > 0)
        {
            SafetyOffRule.Check(attributes, _report, _cancellationToken);
        }
    }

    private void VisitFileSettings(IMethodSymbol method, MethodFile? file, MethodModel model)
    {
        if (file is null)
        {
            return;
        }

        AttributeData? own = method.FindAttribute(_symbols.Generation);
        foreach ((string name, YamlValue value) in file.Settings.Settings)
        {
            if (!Decides(own, name))
            {
                CheckForModel(new FileSetting(name, value, Locate(file, value), model.Model), method);
            }
        }
    }

    /// <summary>Holds what the contract sets for all against the model of a method that has one of its own: told there, because the contract's own model may take it.</summary>
    private void VisitSharedSettings(IMethodSymbol method, MethodFile? file, MethodModel model)
    {
        if (model is not { Model: { } own, Location: { } location } || own == _textModel || !method.IsAbstract || _contract.FindAttribute(_symbols.Generation) is not { } shared)
        {
            return;
        }

        AttributeData? ofMethod = method.FindAttribute(_symbols.Generation);
        foreach (AttributeSetting setting in GetSettings(shared, own))
        {
            if (!Decides(ofMethod, setting.Name) && !Decides(file, setting.Name))
            {
                CheckForModel(setting with { Location = location }, method, isShared: true);
            }
        }
    }

    private void CheckForModel(Setting setting, IMethodSymbol method, bool isShared = false)
    {
        OutputTokensAboveLimitRule.Check(setting, () => OutputTokensAboveLimitRule.IsInOnePiece(method), _report);
        if (!SettingOutOfRangeRule.CheckForModel(setting, _report))
        {
            RefusedSettingRule.Check(setting, GetName(method), _report, isShared);
        }
    }

    /// <summary>A setting of the contract is for every method that has none of its own and no model of its own, inherited ones included.</summary>
    private bool IsAnsweredWhole()
    {
        foreach (IMethodSymbol method in GetServedMethods())
        {
            if (method.FindAttribute(_symbols.Embed) is not null || !OutputTokensAboveLimitRule.IsInOnePiece(method) || Decides(method.FindAttribute(_symbols.Generation), WellKnownNames.MaxOutputTokens))
            {
                continue;
            }

            MethodFile? file = FindFile(method);
            if (!Decides(file, WellKnownNames.MaxOutputTokens) && FindModel(method, file).Id is null)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<AttributeSetting> GetSettings(AttributeData attribute, CatalogModel? model)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (attribute.FindArgument(argument.Key, _cancellationToken) is { } location)
            {
                yield return new AttributeSetting(attribute.AttributeClass!.Name, argument.Key, argument.Value, location, model);
            }
        }
    }

    /// <summary>Whether an attribute sets something, or, of thinking, the level or budget that excludes it.</summary>
    private static bool Decides(AttributeData? attribute, string name)
        => attribute?.NamedArguments.Any(argument => argument.Key == name || (IsOfThinking(name) && IsOfThinking(argument.Key))) == true;

    private static bool Decides(MethodFile? file, string name)
        => file is not null && (file.Settings.Sets(name) || (IsOfThinking(name) && file.Settings.DecidesThinking));

    private static bool IsOfThinking(string name) => name is WellKnownNames.Thinking or WellKnownNames.ThinkingBudget;

    private string GetName(ISymbol symbol) => symbol is IMethodSymbol ? _contract.Name + "." + symbol.Name : symbol.Name;

    private bool HasSettings(AttributeData attribute)
        => Is(attribute, _symbols.Generation) || Is(attribute, _symbols.Retry) || Is(attribute, _symbols.Repair) || Is(attribute, _symbols.Timeout) || Is(attribute, _symbols.Embed);

    private static bool Is(AttributeData attribute, INamedTypeSymbol? known)
        => known is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, known);
}
