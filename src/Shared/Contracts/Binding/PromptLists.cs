using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Finds out what <c>foreach</c> makes of a type, as the compiler does: by its members first, by <c>IEnumerable&lt;T&gt;</c> then.</summary>
internal static class PromptLists
{
    /// <summary>The type of the items; null for a type that is no list, text included.</summary>
    public static ITypeSymbol? FindElement(ITypeSymbol type)
    {
        type = PromptValues.StripNullable(type);
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? array.ElementType : null;
        }

        if (type.SpecialType == SpecialType.System_String || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return null;
        }

        return FindEnumerator(type) is { } enumerator ? FindProperty(enumerator, "Current")?.Type : FindEnumerableItem(type);
    }

    /// <summary>Whether values may be without a list inside, which throws when it is asked for anything: <c>ImmutableArray</c>, and what is made of its default.</summary>
    public static bool MayBeDefault(ITypeSymbol type) => PromptValues.StripNullable(type).IsNamed("System.Collections.Immutable", "ImmutableArray");

    /// <summary>The property that tells the number of items; null when there is none.</summary>
    public static string? FindCountMember(ITypeSymbol type)
    {
        if (FindElement(type) is null)
        {
            return null;
        }

        type = PromptValues.StripNullable(type);
        return type is IArrayTypeSymbol ? "Length" : HasNumber(type, "Count") ? "Count" : HasNumber(type, "Length") ? "Length" : null;
    }

    private static bool HasNumber(ITypeSymbol type, string name) => FindProperty(type, name) is { Type.SpecialType: SpecialType.System_Int32 };

    private static IPropertySymbol? FindProperty(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (FindOwnProperty(current, name) is { } own)
            {
                return own;
            }
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (INamedTypeSymbol inherited in type.AllInterfaces)
            {
                if (FindOwnProperty(inherited, name) is { } property)
                {
                    return property;
                }
            }
        }

        return null;
    }

    private static IPropertySymbol? FindOwnProperty(ITypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: not null } property)
            {
                return property;
            }
        }

        return null;
    }

    private static ITypeSymbol? FindEnumerator(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers("GetEnumerator"))
            {
                bool isPattern = member is IMethodSymbol { IsStatic: false, Arity: 0, Parameters.IsEmpty: true, DeclaredAccessibility: Accessibility.Public } method
                    && FindProperty(method.ReturnType, "Current") is not null;
                if (isPattern)
                {
                    return ((IMethodSymbol)member).ReturnType;
                }
            }
        }

        return null;
    }

    private static ITypeSymbol? FindEnumerableItem(ITypeSymbol type)
    {
        ITypeSymbol? item = null;
        foreach (INamedTypeSymbol candidate in type.AllInterfaces)
        {
            if (candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                if (item is not null)
                {
                    // Two kinds of items: the compiler refuses to choose as well.
                    return null;
                }

                item = candidate.TypeArguments[0];
            }
        }

        return item;
    }
}
