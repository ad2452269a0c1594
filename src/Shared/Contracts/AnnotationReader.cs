using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads data annotations, of members of answers as of parameters.</summary>
internal static class AnnotationReader
{
    /// <summary>Where annotations come from.</summary>
    public const string Namespace = "System.ComponentModel.DataAnnotations";

    private const int DefaultPatternTimeout = 2000;

    /// <summary>What <c>[MaxLength]</c> without a length holds.</summary>
    private const int NoLimit = -1;

    /// <summary>Whether an attribute asks anything of a value.</summary>
    public static bool IsAnnotation(AttributeData attribute) => IsAnnotation(attribute.AttributeClass);

    /// <summary>Whether a type is one of such attributes.</summary>
    public static bool IsAnnotation(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed(Namespace, "ValidationAttribute"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute is <c>[Required]</c>, which is about values of every type.</summary>
    public static bool IsRequired(AttributeData attribute) => attribute.AttributeClass.IsNamed(Namespace, "RequiredAttribute");

    /// <summary>An attribute's name as it is written.</summary>
    public static string GetName(AttributeData attribute)
    {
        const string Suffix = nameof(Attribute);
        string name = attribute.AttributeClass!.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>Whether an attribute is <c>[MaxLength]</c> and sets no length.</summary>
    public static bool IsWithoutLength(AttributeData attribute)
        => attribute is { AttributeClass.Name: "MaxLengthAttribute", ConstructorArguments: [] or [{ Value: NoLimit }] };

    /// <summary>Reads one annotation.</summary>
    /// <param name="attribute">The annotation.</param>
    /// <param name="type">The value's type, of a nullable one the type inside.</param>
    /// <param name="isCounted">Whether the value has elements to count; texts have characters anyway.</param>
    /// <param name="rules">What the annotations before ask.</param>
    /// <returns>The rules with those of the annotation; null when it says nothing of values of this type.</returns>
    public static AnswerRules? Read(AttributeData attribute, ITypeSymbol type, bool isCounted, AnswerRules rules)
    {
        if (!attribute.AttributeClass!.ContainingNamespace.IsNamespace(Namespace))
        {
            return null;
        }

        bool isText = type.SpecialType == SpecialType.System_String;
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        return attribute.AttributeClass.Name switch
        {
            "RequiredAttribute" => rules with { IsRequired = true },
            "RangeAttribute" => AnswerBounds.Read(attribute, type, rules),
            "MinLengthAttribute" when (isText || isCounted) && arguments is [{ Value: int least }] => rules with { MinLength = least },
            "MaxLengthAttribute" when (isText || isCounted) && arguments is [{ Value: int most }] => most == NoLimit ? null : rules with { MaxLength = most },
            "LengthAttribute" when (isText || isCounted) && arguments is [{ Value: int least }, { Value: int most }] => rules with { MinLength = least, MaxLength = most },
            "StringLengthAttribute" when isText && arguments is [{ Value: int most }]
                => rules with { MaxLength = most, MinLength = attribute.GetNamedArgument("MinimumLength").Value as int? ?? rules.MinLength },
            "RegularExpressionAttribute" when isText && arguments is [{ Value: string pattern }] => ReadPattern(attribute, pattern, rules),
            "AllowedValuesAttribute" when arguments is [{ Kind: TypedConstantKind.Array } values] => ReadValues(values, type, rules),
            _ => null,
        };
    }

    private static AnswerRules ReadPattern(AttributeData attribute, string pattern, AnswerRules rules) => rules with
    {
        Pattern = pattern,
        PatternTimeout = attribute.GetNamedArgument("MatchTimeoutInMilliseconds").Value is int and > 0 and var limit ? limit : DefaultPatternTimeout,
    };

    private static AnswerRules? ReadValues(TypedConstant values, ITypeSymbol type, AnswerRules rules)
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
            if (member is IFieldSymbol { HasConstantValue: true } field && value.Equals(field.ConstantValue) && !ObsoleteErrors.IsMarked(field))
            {
                return field;
            }
        }

        return null;
    }
}
