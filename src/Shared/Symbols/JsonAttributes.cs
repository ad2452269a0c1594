using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads the attributes by which a type says how its JSON looks.</summary>
internal static class JsonAttributes
{
    private const string Namespace = "System.Text.Json.Serialization";
    private const int IgnoreAlways = 1;
    private const int IgnoreWhenReading = 5;

    /// <summary>The description for the model, or null.</summary>
    public static string? GetDescription(ISymbol symbol)
        => symbol.FindAttribute("System.ComponentModel", "DescriptionAttribute") is { ConstructorArguments: [{ Value: string { Length: > 0 } text }] } ? text : null;

    /// <summary>The member's name in JSON: as chosen, else in camel case.</summary>
    public static string GetMemberName(ISymbol member)
        => member.FindAttribute(Namespace, "JsonPropertyNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : ToCamelCase(member.Name);

    /// <summary>The enum member's name in JSON: as chosen, else its own.</summary>
    public static string GetEnumMemberName(ISymbol member)
        => member.FindAttribute(Namespace, "JsonStringEnumMemberNameAttribute") is { ConstructorArguments: [{ Value: string name }] } ? name : member.Name;

    /// <summary>The attributes that list what a type may be; empty for nearly every type.</summary>
    public static List<AttributeData> FindDerivedTypes(INamedTypeSymbol type)
    {
        List<AttributeData> found = [];
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed(Namespace, "JsonDerivedTypeAttribute"))
            {
                found.Add(attribute);
            }
        }

        return found;
    }

    /// <summary>The name of the member that says which derived type an object is.</summary>
    public static string GetDiscriminatorName(INamedTypeSymbol type)
        => type.FindAttribute(Namespace, "JsonPolymorphicAttribute").GetNamedArgument("TypeDiscriminatorPropertyName").Value as string ?? "$type";

    /// <summary>Whether several members of the enum hold at once.</summary>
    public static bool IsFlags(ITypeSymbol type) => type.FindAttribute("System", "FlagsAttribute") is not null;

    /// <summary>The name that <c>[EnumMember]</c> gives, which the serializer passes over.</summary>
    public static (AttributeData Attribute, string Name)? FindForeignEnumName(ISymbol member)
        => member.FindAttribute("System.Runtime.Serialization", "EnumMemberAttribute") is { } attribute
            && attribute.GetNamedArgument("Value").Value is string name
            ? (attribute, name)
            : null;

    /// <summary>The place the member asks for among its siblings; 0 unless it asks.</summary>
    public static int GetOrder(IPropertySymbol property)
        => property.FindAttribute(Namespace, "JsonPropertyOrderAttribute") is { ConstructorArguments: [{ Value: int order }] } ? order : 0;

    /// <summary>Whether the member takes no part in reading.</summary>
    public static bool IsIgnored(ISymbol property)
    {
        if (property.FindAttribute(Namespace, "JsonExtensionDataAttribute") is not null)
        {
            return true;
        }

        return property.FindAttribute(Namespace, "JsonIgnoreAttribute") is { } ignore
            && (ignore.GetNamedArgument("Condition").Value is not int condition || condition is IgnoreAlways or IgnoreWhenReading);
    }

    /// <summary>Whether the member must be in the JSON although its type does not say so.</summary>
    public static bool IsRequired(IPropertySymbol property) => property.FindAttribute(Namespace, "JsonRequiredAttribute") is not null;

    /// <summary>Whether the member takes part although it is not public.</summary>
    public static bool IsIncluded(ISymbol member) => member.FindAttribute(Namespace, "JsonIncludeAttribute") is not null;

    /// <summary>Whether the constructor is the chosen one.</summary>
    public static bool IsChosen(IMethodSymbol constructor) => constructor.FindAttribute(Namespace, "JsonConstructorAttribute") is not null;

    /// <summary>Whether a converter reads the type or member that the schema knows nothing of. Enums as strings are what we do anyway.</summary>
    public static bool HasForeignConverter(ISymbol symbol)
        => symbol.FindAttribute(Namespace, "JsonConverterAttribute") is { } attribute
            && !(attribute.ConstructorArguments is [{ Value: INamedTypeSymbol converter }] && converter.IsNamed(Namespace, "JsonStringEnumConverter"));

    /// <summary>The naming policy of <c>JsonNamingPolicy.CamelCase</c>: leading capitals become small, but for the one that starts a word.</summary>
    private static string ToCamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
        {
            return name;
        }

        char[] characters = name.ToCharArray();
        for (int i = 0; i < characters.Length && (i != 1 || char.IsUpper(characters[i])); i++)
        {
            bool startsWord = i > 0 && i + 1 < characters.Length && !char.IsUpper(characters[i + 1]);
            if (startsWord)
            {
                break;
            }

            characters[i] = char.ToLowerInvariant(characters[i]);
        }

        return new string(characters);
    }
}
