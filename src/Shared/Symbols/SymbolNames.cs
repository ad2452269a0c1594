using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Recognises types by name, without a lookup in the compilation and without building strings.</summary>
internal static class SymbolNames
{
    /// <summary>A type as generated code writes it, nullable annotations included.</summary>
    private static readonly SymbolDisplayFormat AnnotatedFormat =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The type from <c>global::</c>, with the nullable annotations it was declared with.</summary>
    public static string GetAnnotatedName(this ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String when type.NullableAnnotation != NullableAnnotation.Annotated => "string",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Boolean => "bool",
        _ => type.ToDisplayString(AnnotatedFormat),
    };

    /// <summary>The type from <c>global::</c>, without nullable annotations.</summary>
    public static string GetPlainName(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type as a reader would write it, for messages.</summary>
    public static string GetShortName(this ITypeSymbol type)
        => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary>Whether the type is the top-level type <paramref name="name"/> of <paramref name="namespaceName"/>.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string namespaceName, string name)
        => type is { ContainingType: null } && type.Name == name && type.ContainingNamespace.IsNamespace(namespaceName);

    /// <summary>Whether the namespace is <paramref name="fullName"/>.</summary>
    public static bool IsNamespace(this INamespaceSymbol? symbol, string fullName)
    {
        int end = fullName.Length;
        while (symbol is { IsGlobalNamespace: false })
        {
            string name = symbol.Name;
            int start = end - name.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, name, 0, name.Length) != 0)
            {
                return false;
            }

            symbol = symbol.ContainingNamespace;
            if (start == 0)
            {
                return symbol is null or { IsGlobalNamespace: true };
            }

            if (fullName[start - 1] != '.')
            {
                return false;
            }

            end = start - 1;
        }

        return false;
    }

    /// <summary>Whether the type is or implements the interface <paramref name="name"/> of <paramref name="namespaceName"/>.</summary>
    public static bool Implements(this ITypeSymbol type, string namespaceName, string name)
    {
        if (type.IsNamed(namespaceName, name))
        {
            return true;
        }

        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            if (candidate.IsNamed(namespaceName, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The attribute <paramref name="name"/> of <paramref name="namespaceName"/> on the symbol, or null.</summary>
    public static AttributeData? FindAttribute(this ISymbol symbol, string namespaceName, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.IsNamed(namespaceName, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The named argument <paramref name="name"/> of the attribute; its kind is <see cref="TypedConstantKind.Error"/> when it is not set.</summary>
    public static TypedConstant GetNamedArgument(this AttributeData? attribute, string name)
    {
        if (attribute is not null)
        {
            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument.Key == name)
                {
                    return argument.Value;
                }
            }
        }

        return default;
    }
}
