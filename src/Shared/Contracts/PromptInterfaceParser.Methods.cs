using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Methods: return type, templates, parameters, settings.</content>
internal sealed partial class PromptInterfaceParser
{
    private PromptMethodModel? ParseMethod(ContractMember member, in MethodAttributes attributes)
    {
        IMethodSymbol method = (IMethodSymbol)member.Symbol;
        if (RefuseForeign(method, attributes))
        {
            return null;
        }

        PromptReturn? answer = ParseReturnType(method);
        bool hasError = _issues.FirstError is not null;
        TemplateScope scope = CreateScope(method);
        AnswerShape answered = new(_answers.Types, answer?.AnswerType ?? AnswerShape.Unknown, answer?.IsNullable ?? false, answer?.Call == PromptCallKind.ItemStream);
        MethodTemplates templates = ParseTemplates(member, attributes, scope, answered);

        // Nobody knows yet what a template with an error was meant to name.
        bool isUseKnown = templates.IsRead && (hasError || _issues.FirstError is null);
        List<PromptParameterModel> parameters = ParseParameters(method, scope, isUseKnown);
        WarnOfThinkingConflict(method, attributes.Generation);
        WarnOfRepeatedSafety(method, attributes.Safety);
        ToolSetModel? tools = ParseTools(method, attributes.Tools);
        WarnOfApprovalWithoutTools(method, tools, attributes.Tools);
        return answer is not { } shape ? null : new PromptMethodModel(
            method.Name,
            method.ReturnType.WithNullableAnnotation(NullableAnnotation.NotAnnotated).GetAnnotatedName(),
            member.ExplicitInterface,
            parameters.ToEquatableArray(),
            shape.Call,
            shape.IsValueTask,
            shape.AnswerType,
            shape.IsNullable,
            templates.SystemInstruction,
            templates.Prompt,
            templates.Pending is null
                ? GenerationSettings.Merge(attributes.Generation, _contractAttributes.Generation, attributes.InheritedGeneration)
                : GenerationSettings.Read(attributes.Generation),
            attributes.MaxAttempts,
            attributes.TimeoutSeconds)
        {
            OwnModel = ParseModel(method, attributes.Model),
            Safety = SafetySettings.Merge(attributes.Safety, _contractAttributes.Safety, attributes.InheritedSafety),
            WritesUntrusted = scope.WritesUntrusted,
            Examples = ParseExamples(method, attributes.Examples, answered),
            Tools = tools,
            Snapshot = shape.Snapshot,
            BuiltInTools = attributes.BuiltInTools,
            MaxRepairs = ParseRepair(method, attributes.Repair, shape.Call),
            IncludesThoughts = Includes(method, attributes.Include, WellKnownNames.Thoughts, shape.Call),
            KeepsResponse = Includes(method, attributes.Include, WellKnownNames.RawResponse, shape.Call),
            Pending = templates.Pending,
        };
    }

    private string? ParseModel(IMethodSymbol method, AttributeData? attribute)
    {
        if (attribute is null)
        {
            return null;
        }

        if (attribute.ConstructorArguments is [{ Value: string id }] && !string.IsNullOrWhiteSpace(id))
        {
            return id;
        }

        WarnOfAttribute(method, attribute, "it names no model; write one, as in [Model(\"gemini-3.8-flash\")]");
        return null;
    }

    /// <summary>A method of an interface from elsewhere, <c>IDisposable.Dispose</c> say, is no prompt, and nobody can make it one.</summary>
    private bool RefuseForeign(IMethodSymbol method, in MethodAttributes attributes)
    {
        bool isForeign = attributes is { Prompt: null, PromptFile: null } && method.ContainingType.DeclaringSyntaxReferences.IsEmpty;
        if (isForeign)
        {
            string type = method.ContainingType.GetShortName();
            _issues.Error(
                DiagnosticIds.MethodWithoutPrompt,
                _locations.OfName(method),
                GetMemberName(method),
                $"do not inherit '{type}', or give the method a body here, as in '{method.ReturnType.GetShortName()} {type}.{method.Name}(…) {{ … }}'");
        }

        return isForeign;
    }

    /// <summary>Who decides about functions has nothing to decide where none are offered.</summary>
    private void WarnOfApprovalWithoutTools(IMethodSymbol method, ToolSetModel? tools, AttributeData? attribute)
    {
        if (!_issues.IsListening || tools is not null || attribute is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values.Length: > 0 }] })
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (PromptValues.ClassifyForCall(parameter) == PromptParameterUse.ToolApproval)
            {
                _issues.Warn(
                    DiagnosticIds.ConflictingAttributes,
                    _locations.OfName(parameter),
                    CanRemove,
                    "Parameter '" + parameter.Name + "'",
                    GetMemberName(method),
                    "the method offers no functions to decide about; add [Tools(…)], or remove the parameter");
            }
        }
    }

    /// <summary>As with the instruction, the contract's own functions are reported here even for inherited methods.</summary>
    private ToolSetModel? ParseTools(IMethodSymbol method, AttributeData? attribute)
    {
        bool wasMuted = BeginShared(attribute, _contractAttributes.Tools);
        ToolSetModel? tools = _tools.Parse(method, attribute);
        _issues.IsMuted = wasMuted;
        return tools;
    }

    /// <summary>The instruction of the contract is reported here even for inherited methods: only this contract puts the two together.</summary>
    private EquatableArray<PromptNode> ParseInstruction(TemplateBinder binder, AttributeData? attribute)
    {
        if (attribute is null)
        {
            return default;
        }

        bool wasMuted = BeginShared(attribute, _contractAttributes.SystemInstruction);
        EquatableArray<PromptNode> nodes = ParseTemplate(binder, attribute, isInstruction: true);
        _issues.IsMuted = wasMuted;
        return nodes;
    }

    /// <summary>Starts what is reported here when the attribute is the contract's own, whoever declares the method.</summary>
    /// <returns>What to set back afterwards.</returns>
    private bool BeginShared(AttributeData? attribute, AttributeData? ofContract)
    {
        bool wasMuted = _issues.IsMuted;
        _issues.IsMuted = wasMuted && attribute != ofContract;
        return wasMuted;
    }
}
