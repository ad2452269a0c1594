using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Types that stand for several derived types.</content>
internal sealed partial class AnswerTypeParser
{
    private int ParsePolymorphic(INamedTypeSymbol type, List<AttributeData> derived, AnswerSite site)
    {
        string discriminator = JsonAttributes.GetDiscriminatorName(type);
        List<PolymorphicCase> cases = [];
        HashSet<string> values = new(StringComparer.Ordinal);
        _path.Push(type);
        foreach (AttributeData attribute in derived)
        {
            if (ParseCase(type, attribute, discriminator, values, site) is { } found)
            {
                cases.Add(found);
            }
        }

        int index = Close(type, cases.Count < derived.Count
            ? null
            : new PolymorphicAnswer(type.GetPlainName(), GetName(type), GetDescription(type), discriminator, cases.ToEquatableArray()));
        _path.Pop();
        return index;
    }

    private PolymorphicCase? ParseCase(INamedTypeSymbol type, AttributeData attribute, string discriminator, HashSet<string> values, AnswerSite site)
    {
        ImmutableArray<TypedConstant> arguments = attribute.ConstructorArguments;
        if (arguments is not [{ Value: INamedTypeSymbol derived }, { Value: string or int } value])
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"a [JsonDerivedType] of '{type.GetShortName()}' has no discriminator to tell its type by; add one");
            return null;
        }

        if (SymbolEqualityComparer.Default.Equals(derived, type))
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"'{type.GetShortName()}' lists itself as a derived type; make it abstract and give that case a type of its own");
            return null;
        }

        if (!DerivesFrom(derived, type))
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"'{derived.GetShortName()}' does not derive from '{type.GetShortName()}'; remove its [JsonDerivedType]");
            return null;
        }

        string text = string.Format(CultureInfo.InvariantCulture, "{0}", value.Value);
        if (!values.Add(text))
        {
            Refuse(DiagnosticIds.AnswerTypeRefusedByApi, site, $"two derived types of '{type.GetShortName()}' have the discriminator '{text}'; give one of them another");
            return null;
        }

        // A type that is still being read has no members yet.
        bool isClash = IsOpen(derived.WithNullableAnnotation(NullableAnnotation.NotAnnotated)) && HasMember(derived, discriminator);
        int index = Parse(derived, site);
        if (index < 0)
        {
            return null;
        }

        if (Types[index] is ObjectAnswer answer && !isClash && !HasMember(answer, discriminator))
        {
            return new PolymorphicCase(index, text, value.Value is int);
        }

        Refuse(
            DiagnosticIds.AnswerTypeRefusedByApi,
            site,
            Types[index] is ObjectAnswer
                ? $"'{derived.GetShortName()}' has a member called '{discriminator}', as the discriminator is; name one of them otherwise"
                : $"the derived type '{derived.GetShortName()}' has derived types of its own; list them on '{type.GetShortName()}'");
        return null;
    }

    private static bool DerivesFrom(INamedTypeSymbol derived, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = derived.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, type))
            {
                return true;
            }
        }

        return derived.AllInterfaces.Contains(type, SymbolEqualityComparer.Default);
    }

    private bool HasMember(INamedTypeSymbol type, string jsonName)
    {
        IMethodSymbol? constructor = FindConstructor(type);
        foreach (IPropertySymbol property in CollectProperties(type))
        {
            if (JsonAttributes.GetMemberName(property) == jsonName && FindWrite(property, FindParameter(constructor, property), constructor) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMember(ObjectAnswer answer, string jsonName)
    {
        foreach (AnswerMember member in answer.Members)
        {
            if (member.JsonName == jsonName)
            {
                return true;
            }
        }

        return false;
    }
}
