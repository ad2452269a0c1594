using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Methods: return type, templates, parameters, settings.</content>
internal sealed partial class PromptInterfaceParser
{
    private PromptMethodModel? ParseMethod(IMethodSymbol method, string? explicitInterface)
    {
        MethodAttributes attributes = MethodAttributes.Read(method, _contractAttributes, _contract);
        PromptReturn? answer = ParseReturnType(method);
        EquatableArray<PromptNode> prompt = default;
        EquatableArray<PromptNode> instruction = default;
        TemplateBinder binder = CreateBinder(method, out TemplateScope scope);
        if (attributes.Prompt is { } promptAttribute)
        {
            instruction = ParseInstruction(binder, attributes.SystemInstruction);
            prompt = ParseTemplate(binder, promptAttribute);
        }
        else
        {
            _issues.Error(DiagnosticIds.MethodWithoutPrompt, _locations.OfName(method), GetMemberName(method), "add [Prompt(\"…\")] or give the method a body");
        }

        List<PromptParameterModel> parameters = ParseParameters(method, scope, isPromptRead: attributes.Prompt is not null);
        WarnOfThinkingConflict(method, attributes.Generation);
        ToolSetModel? tools = ParseTools(method, attributes.Tools);
        return answer is not { } shape || attributes.Prompt is null ? null : new PromptMethodModel(
            method.Name,
            method.ReturnType.GetAnnotatedName(),
            explicitInterface,
            parameters.ToEquatableArray(),
            shape.Call,
            shape.IsValueTask,
            shape.AnswerType,
            shape.IsNullable,
            instruction,
            prompt,
            GenerationSettings.Merge(attributes.Generation, _contractAttributes.Generation, attributes.InheritedGeneration),
            attributes.MaxAttempts,
            attributes.TimeoutSeconds)
        {
            WritesUntrusted = scope.WritesUntrusted,
            Examples = ParseExamples(method, attributes.Examples, isTyped: shape.AnswerType >= 0),
            Tools = tools,
        };
    }

    /// <summary>As with the instruction, the contract's own functions are reported here even for inherited methods.</summary>
    private ToolSetModel? ParseTools(IMethodSymbol method, AttributeData? attribute)
    {
        bool wasMuted = _issues.IsMuted;
        _issues.IsMuted = wasMuted && attribute != _contractAttributes.Tools;
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

        bool wasMuted = _issues.IsMuted;
        _issues.IsMuted = wasMuted && attribute != _contractAttributes.SystemInstruction;
        EquatableArray<PromptNode> nodes = ParseTemplate(binder, attribute, isInstruction: true);
        _issues.IsMuted = wasMuted;
        return nodes;
    }
}
