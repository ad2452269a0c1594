using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Methods: return type, templates, parameters, settings.</content>
internal sealed partial class PromptInterfaceParser
{
    private PromptMethodModel? ParseMethod(IMethodSymbol method, string? explicitInterface)
    {
        MethodAttributes attributes = MethodAttributes.Read(method, _contractAttributes, _contract);
        PromptReturn? answer = ParseReturnType(method);
        List<TemplateSegment>? prompt = null;
        List<TemplateSegment>? instruction = null;
        bool[] isUsed = new bool[method.Parameters.Length];
        if (attributes.Prompt is { } promptAttribute)
        {
            instruction = ParseInstruction(method, attributes.SystemInstruction, isUsed);
            prompt = ParseTemplate(method, promptAttribute, isUsed);
        }
        else
        {
            _issues.Error(DiagnosticIds.MethodWithoutPrompt, _locations.OfName(method), GetMemberName(method), "add [Prompt(\"…\")] or give the method a body");
        }

        List<PromptParameterModel> parameters = ParseParameters(method, isUsed, isPromptRead: prompt is not null);
        WarnOfThinkingConflict(method, attributes.Generation);
        return answer is not { } shape || prompt is null ? null : new PromptMethodModel(
            method.Name,
            method.ReturnType.GetAnnotatedName(),
            explicitInterface,
            parameters.ToEquatableArray(),
            shape.Call,
            shape.IsValueTask,
            shape.AnswerType,
            shape.IsNullable,
            instruction.ToEquatableArray(),
            prompt.ToEquatableArray(),
            GenerationSettings.Merge(attributes.Generation, _contractAttributes.Generation, attributes.InheritedGeneration),
            attributes.MaxAttempts,
            attributes.TimeoutSeconds);
    }

    /// <summary>The instruction of the contract is reported here even for inherited methods: only this contract puts the two together.</summary>
    private List<TemplateSegment>? ParseInstruction(IMethodSymbol method, AttributeData? attribute, bool[] isUsed)
    {
        if (attribute is null)
        {
            return null;
        }

        bool wasMuted = _issues.IsMuted;
        _issues.IsMuted = wasMuted && attribute != _contractAttributes.SystemInstruction;
        List<TemplateSegment>? segments = ParseTemplate(method, attribute, isUsed);
        _issues.IsMuted = wasMuted;
        return segments;
    }
}
