using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Data annotations of the methods' own parameters: arguments are held against them before anything is sent.</content>
internal sealed partial class PromptInterfaceParser
{
    /// <summary>Reads the annotations of a parameter; null when none of them asks anything.</summary>
    private PromptParameterRules? ParseRules(IMethodSymbol method, IParameterSymbol parameter)
    {
        ITypeSymbol type = PromptValues.StripNullable(parameter.Type);
        bool isText = type.SpecialType == SpecialType.System_String;
        string? length = null;
        AnswerRules? rules = null;
        AttributeData? last = null;
        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            if (!AnnotationReader.IsAnnotation(attribute))
            {
                continue;
            }

            length ??= isText ? nameof(string.Length) : PromptLists.FindCountMember(type);
            if (FindUselessness(attribute, parameter, length is not null) is { } cure)
            {
                WarnOfAnnotation(method, parameter, attribute, cure);
            }
            else
            {
                rules = AnnotationReader.Read(attribute, type, length is not null, rules ?? new AnswerRules());
                last = attribute;
            }
        }

        if (rules is null || AnswerBounds.FindContradiction(rules, type) is not { } contradiction)
        {
            return rules is null ? null : new PromptParameterRules(rules, isText, length) { MayBeDefault = PromptLists.MayBeDefault(type) };
        }

        WarnOfAnnotation(method, parameter, last!, contradiction);
        return null;
    }

    /// <summary>Why an annotation asks nothing of arguments, with the cure; null when it does.</summary>
    private static string? FindUselessness(AttributeData attribute, IParameterSymbol parameter, bool isCounted)
    {
        ITypeSymbol type = PromptValues.StripNullable(parameter.Type);
        if (AnnotationReader.IsRequired(attribute))
        {
            return parameter.Type.IsValueType && !PromptValues.IsNullableValue(parameter.Type) ? $"'{type.GetShortName()}' is always there; remove it" : null;
        }

        if (AnnotationReader.Read(attribute, type, isCounted, new AnswerRules()) is not null)
        {
            return null;
        }

        return AnnotationReader.IsWithoutLength(attribute) ? "it sets no length; give it one, or remove it"
            : !isCounted && PromptLists.FindElement(type) is { } element && AnnotationReader.Read(attribute, type, isCounted: true, new AnswerRules()) is not null
                ? $"counting would run through it before the prompt does; take an 'IReadOnlyCollection<{element.GetShortName()}>'"
            : "arguments are not checked for it; use an annotation that fits the type, such as [Range], [StringLength], [RegularExpression] or [AllowedValues], or check the value before the call";
    }

    private void WarnOfAnnotation(IMethodSymbol method, IParameterSymbol parameter, AttributeData attribute, string cure)
    {
        if (_issues.IsListening)
        {
            _issues.Warn(
                DiagnosticIds.ConflictingAttributes,
                _locations.OfArgument(attribute, null),
                ImmutableDictionary<string, string?>.Empty,
                "[" + AnnotationReader.GetName(attribute) + "]",
                GetMemberName(method) + "(" + parameter.Name + ")",
                cure);
        }
    }
}
