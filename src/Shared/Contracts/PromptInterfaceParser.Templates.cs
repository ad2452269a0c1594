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
        WarnOfRepeatedSafety(_contract, _contractAttributes.Safety);
    }

    private void WarnOfRepeatedSafety(ISymbol owner, List<AttributeData>? safety)
    {
        foreach (AttributeData attribute in SafetySettings.FindRepeated(safety))
        {
            WarnOfAttribute(owner, attribute, "another one sets the same category; remove one of the two");
        }
    }

    private void WarnOfThinkingConflict(ISymbol owner, AttributeData? generation)
    {
        if (generation is not null && GenerationSettings.HasConflict(generation))
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(generation, WellKnownNames.ThinkingBudget),
                CanRemove,
                WellKnownNames.ThinkingBudget,
                owner is IMethodSymbol ? GetMemberName(owner) : owner.Name,
                "Thinking is set as well and wins; remove one of the two");
        }
    }

    /// <summary>Reads the templates of a method and finds out what their names mean.</summary>
    private MethodTemplates ParseTemplates(ContractMember member, in MethodAttributes attributes, TemplateScope scope, AnswerShape answer)
    {
        if (!CheckPromptSource(member.Symbol, attributes))
        {
            return default;
        }

        if (NeedsFiles(attributes))
        {
            return ParseFileTemplates(member, attributes, scope, answer);
        }

        TemplateBinder binder = CreateBinder((IMethodSymbol)member.Symbol, scope);
        EquatableArray<PromptNode> instruction = ParseInstruction(binder, attributes.SystemInstruction);
        EquatableArray<PromptNode> prompt = ParseTemplate(binder, attributes.Prompt!);
        WarnOfForeign((IMethodSymbol)member.Symbol, attributes.Prompt, scope);
        WarnOfForeign((IMethodSymbol)member.Symbol, attributes.IsInstructionOwn ? attributes.SystemInstruction : null, scope);
        return new MethodTemplates(prompt, instruction, Pending: null, IsRead: true);
    }

    private bool CheckPromptSource(ISymbol method, in MethodAttributes attributes)
    {
        if (attributes.Prompt is null && attributes.PromptFile is null)
        {
            _issues.Error(
                DiagnosticIds.MethodWithoutPrompt,
                _locations.OfName(method),
                GetMemberName(method),
                "add [Prompt(\"…\")] or [PromptFile(\"….prompt\")], or give the method a body");
            return false;
        }

        if (attributes is { Prompt: not null, PromptFile: { } file })
        {
            _issues.Error(DiagnosticIds.PromptFileNotUsable, _locations.OfArgument(file, null), GetMemberName(method), "the method has [Prompt] as well; remove one of the two");
            return false;
        }

        return true;
    }

    private EquatableArray<PromptNode> ParseTemplate(TemplateBinder binder, AttributeData attribute, bool isInstruction = false)
    {
        string value = GetTemplate(attribute);
        return binder.Bind(PromptTemplate.Parse(value), new AttributeSite(_locations, attribute, value), isInstruction);
    }

    private TemplateBinder CreateBinder(IMethodSymbol method, TemplateScope scope)
        => new(_types, parameter => _types.GetNumber(PromptValues.GetArgumentType(method.Parameters[parameter])), scope, _issues, PromptFiles.None);

    private static TemplateScope CreateScope(IMethodSymbol method)
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

        return new TemplateScope(GetMemberName(method), names, isOfCall, isUntrusted);
    }
}
