using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Templates and what stands for the whole contract.</content>
internal sealed partial class PromptInterfaceParser
{
    private MethodAttributes _contractAttributes;

    private void ParseContractAttributes()
    {
        _contractAttributes = MethodAttributes.Read(_contract);
        WarnOfThinkingConflict(_contract, _contractAttributes.Generation);
    }

    private void WarnOfThinkingConflict(ISymbol owner, AttributeData? generation)
    {
        if (generation is not null && GenerationSettings.HasConflict(generation))
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(generation, WellKnownNames.ThinkingBudget),
                ImmutableDictionary<string, string?>.Empty,
                WellKnownNames.ThinkingBudget,
                owner is IMethodSymbol ? GetMemberName(owner) : owner.Name,
                "Thinking is set as well and wins; remove one of the two");
        }
    }

    /// <summary>Reads a template and finds out what its names mean.</summary>
    private EquatableArray<PromptNode> ParseTemplate(TemplateBinder binder, AttributeData attribute, bool isInstruction = false)
    {
        string value = attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string ?? string.Empty : string.Empty;
        return binder.Bind(PromptTemplate.Parse(value), new AttributeSite(_locations, attribute, value), isInstruction);
    }

    private TemplateBinder CreateBinder(IMethodSymbol method, out TemplateScope scope)
    {
        ImmutableArray<IParameterSymbol> parameters = method.Parameters;
        string[] names = new string[parameters.Length];
        bool[] isOfCall = new bool[parameters.Length];
        bool[] isUntrusted = new bool[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            names[i] = parameters[i].Name;
            isOfCall[i] = PromptValues.ClassifyForCall(parameters[i]) != PromptParameterUse.None;
            isUntrusted[i] = parameters[i].FindAttribute(WellKnownNames.Namespace, WellKnownNames.UntrustedAttribute) is not null;
        }

        scope = new TemplateScope(GetMemberName(method), names, isOfCall, isUntrusted);
        return new TemplateBinder(_types, parameter => _types.GetNumber(parameters[parameter].Type), scope, _issues);
    }
}
