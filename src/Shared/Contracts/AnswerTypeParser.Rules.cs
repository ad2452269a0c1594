using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>What data annotations ask of members.</content>
internal sealed partial class AnswerTypeParser
{
    private const string AnnotationsNamespace = "System.ComponentModel.DataAnnotations";
    private const int DefaultPatternTimeout = 2000;

    /// <summary>What <c>[MaxLength]</c> without a length holds.</summary>
    private const int NoLimit = -1;

    /// <summary>Reads the annotations of a property and of the parameter it comes from; null when there are none.</summary>
    private AnswerRules? ParseRules(IPropertySymbol property, IParameterSymbol? parameter, AnswerSite site)
    {
        AnswerRules? rules = ParseRules(property.GetAttributes(), property, site, null);
        return parameter is null ? rules : ParseRules(parameter.GetAttributes(), property, site, rules);
    }

    private AnswerRules? ParseRules(ImmutableArray<AttributeData> attributes, IPropertySymbol property, AnswerSite site, AnswerRules? rules)
    {
        foreach (AttributeData attribute in attributes)
        {
            if (!IsAnnotation(attribute.AttributeClass))
            {
                continue;
            }

            bool isReadable = property.GetMethod is { } getter && IsAccessible(getter);
            AnswerRules? extended = isReadable ? ParseRule(attribute, StripNullable(property.Type), site, rules ?? new AnswerRules()) : null;
            if (extended is not null)
            {
                rules = extended;
            }
            else if (_issues.IsListening)
            {
                WarnOfAnnotation(attribute, site, isReadable ? GetCure(attribute, StripNullable(property.Type), site) : "nothing can read the property; give it a getter");
            }
        }

        return rules;
    }

    private static bool IsAnnotation(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(AnnotationsNamespace, "ValidationAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    private void WarnOfAnnotation(AttributeData attribute, AnswerSite site, string cure)
    {
        _issues.Warn(
            DiagnosticIds.ConflictingAttributes,
            _locations.OfArgument(attribute, null),
            ImmutableDictionary<string, string?>.Empty,
            "[" + GetShortName(attribute) + "]",
            site.Name,
            cure);
    }

    private string GetCure(AttributeData attribute, ITypeSymbol type, AnswerSite site)
        => FindElement(type, out _) is { } element && ParseRule(attribute, StripNullable(element), site, new AnswerRules()) is not null
            ? "it is meant for the elements, which are checked when they are objects; make a record of the element, with the annotation on its member"
            : attribute is { AttributeClass.Name: "MaxLengthAttribute", ConstructorArguments: [] or [{ Value: NoLimit }] } ? "it sets no length; give it one, or remove it"
            : attribute.AttributeClass!.Name == "RangeAttribute"
                ? "answers are checked for ranges of numbers only; tell the model the bounds in a [Description], and check the value where it is used"
                : "answers are not checked for it; use an annotation that fits the type, such as [Range], [Length], [RegularExpression] or [AllowedValues]";

    /// <summary>The rules with those of one more attribute; null when it says nothing of members of this type.</summary>
    private AnswerRules? ParseRule(AttributeData attribute, ITypeSymbol type, AnswerSite site, AnswerRules rules)
    {
        if (!attribute.AttributeClass!.ContainingNamespace.IsNamespace(AnnotationsNamespace))
        {
            return null;
        }

        bool isText = type.SpecialType == SpecialType.System_String;
        bool isCounted = isText || FindElement(type, out _) is not null || (type is INamedTypeSymbol named && FindDictionary(named) is not null);
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        return attribute.AttributeClass.Name switch
        {
            "RequiredAttribute" => rules with { IsRequired = true },
            "RangeAttribute" => AnswerBounds.Read(attribute, type, rules),
            "MinLengthAttribute" when isCounted && arguments is [{ Value: int least }] => rules with { MinLength = least },
            "MaxLengthAttribute" when isCounted && arguments is [{ Value: int most }] => most == NoLimit ? null : rules with { MaxLength = most },
            "LengthAttribute" when isCounted && arguments is [{ Value: int least }, { Value: int most }] => rules with { MinLength = least, MaxLength = most },
            "StringLengthAttribute" when isText && arguments is [{ Value: int most }]
                => rules with { MaxLength = most, MinLength = attribute.GetNamedArgument("MinimumLength").Value as int? ?? rules.MinLength },
            "RegularExpressionAttribute" when isText && arguments is [{ Value: string pattern }] => ParsePattern(attribute, pattern, site, rules),
            "AllowedValuesAttribute" when arguments is [{ Kind: TypedConstantKind.Array } values] => ParseValues(values, type, rules),
            _ => null,
        };
    }

    private AnswerRules ParsePattern(AttributeData attribute, string pattern, AnswerSite site, AnswerRules rules)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException exception)
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"the pattern of its [RegularExpression] is not valid ({exception.Message.TrimEnd('.')}); correct it");
        }

        return rules with
        {
            Pattern = pattern,
            PatternTimeout = attribute.GetNamedArgument("MatchTimeoutInMilliseconds").Value is int and > 0 and var limit ? limit : DefaultPatternTimeout,
        };
    }

    private static AnswerRules? ParseValues(TypedConstant values, ITypeSymbol type, AnswerRules rules)
    {
        List<AllowedValue> allowed = [];
        foreach (TypedConstant value in values.Values)
        {
            if (value.IsNull)
            {
                continue;
            }

            if (GetAllowedValue(value, type) is not { } known)
            {
                return null;
            }

            allowed.Add(known);
        }

        return allowed.Count == 0 ? null : rules with { Values = allowed.ToEquatableArray() };
    }

    private static AllowedValue? GetAllowedValue(TypedConstant constant, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return SymbolEqualityComparer.Default.Equals(constant.Type, type) && !JsonAttributes.IsFlags(type) && FindMember(type, constant.Value!) is { } member
                ? new AllowedValue(JsonAttributes.GetEnumMemberName(member), type.GetPlainName() + "." + CSharpLiteral.Identifier(member.Name))
                : null;
        }

        if (constant.Value is string text)
        {
            return type.SpecialType == SpecialType.System_String ? new AllowedValue(text, CSharpLiteral.String(text)) : null;
        }

        return AnswerBounds.GetNumber(constant.Value!, type) is { } number ? new AllowedValue(number.Json, number.Literal) : null;
    }

    private static IFieldSymbol? FindMember(ITypeSymbol type, object value)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue))
            {
                return field;
            }
        }

        return null;
    }

    private static ITypeSymbol StripNullable(ITypeSymbol type)
        => type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
