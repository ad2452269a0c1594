using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>What data annotations ask of members, and of arguments of functions.</content>
internal sealed partial class AnswerTypeParser
{
    /// <summary>Reads the annotations of a property and of the parameter it comes from; null when there are none.</summary>
    private AnswerRules? ParseRules(IPropertySymbol property, IParameterSymbol? parameter, AnswerSite site)
    {
        bool isReadable = property.GetMethod is { } getter && IsAccessible(getter);
        AnswerRules? rules = ParseRules(property.GetAttributes(), property.Type, isReadable, site.Name, "answers", null);
        return parameter is null ? rules : ParseRules(parameter.GetAttributes(), property.Type, isReadable, site.Name, "answers", rules);
    }

    /// <summary>Reads the annotations of a parameter of a function the model may call.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="name">The name a message uses.</param>
    /// <param name="rules">What they ask, or null when there are none.</param>
    /// <returns>Whether any value can keep them; what is wrong has been reported otherwise.</returns>
    public bool TryParseToolRules(IParameterSymbol parameter, string name, out AnswerRules? rules)
    {
        rules = ParseRules(parameter.GetAttributes(), parameter.Type, isReadable: true, name, "arguments", null);
        if (rules is null || AnswerBounds.FindContradiction(rules, StripNullable(parameter.Type)) is not { } contradiction)
        {
            return true;
        }

        _issues.Error(DiagnosticIds.ToolNotDescribable, _locations.OfName(parameter), name, contradiction);
        return false;
    }

    private AnswerRules? ParseRules(ImmutableArray<AttributeData> attributes, ITypeSymbol type, bool isReadable, string name, string values, AnswerRules? rules)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (!AnnotationReader.IsAnnotation(attribute))
            {
                continue;
            }

            ITypeSymbol inner = StripNullable(type);
            AnswerRules? extended = isReadable ? AnnotationReader.Read(attribute, inner, IsCounted(inner), rules ?? new AnswerRules()) : null;
            if (extended is not null)
            {
                rules = extended;
            }
            else if (_issues.IsListening)
            {
                WarnOfAnnotation(attribute, name, isReadable ? GetCure(attribute, inner, values) : "nothing can read the property; give it a getter");
            }
        }

        return rules;
    }

    private static bool IsCounted(ITypeSymbol type) => FindElement(type, out _) is not null || (type is INamedTypeSymbol named && FindDictionary(named) is not null);

    private void WarnOfAnnotation(AttributeData attribute, string name, string cure)
    {
        _issues.Warn(
            DiagnosticIds.ConflictingAttributes,
            _locations.OfArgument(attribute, null),
            ImmutableDictionary<string, string?>.Empty,
            "[" + AnnotationReader.GetName(attribute) + "]",
            name,
            cure);
    }

    private static string GetCure(AttributeData attribute, ITypeSymbol type, string values)
        => FindElement(type, out _) is { } element && StripNullable(element) is var inner && AnnotationReader.Read(attribute, inner, IsCounted(inner), new AnswerRules()) is not null
            ? "it is meant for the elements, which are checked when they are objects; make a record of the element, with the annotation on its member"
            : AnnotationReader.IsWithoutLength(attribute) ? "it sets no length; give it one, or remove it"
            : attribute.AttributeClass!.Name == "RangeAttribute"
                ? values + " are checked for ranges of numbers only; tell the model the bounds in a [Description], and check the value where it is used"
                : values + " are not checked for it; use an annotation that fits the type, such as [Range], [Length], [RegularExpression] or [AllowedValues]";

    private static ITypeSymbol StripNullable(ITypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
