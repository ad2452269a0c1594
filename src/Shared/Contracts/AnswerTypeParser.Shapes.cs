using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Which types are lists, and which can never be an answer.</content>
internal sealed partial class AnswerTypeParser
{
    private const string CollectionsNamespace = "System.Collections.Generic";

    /// <summary>The element of a supported list; null for every other type.</summary>
    private static ITypeSymbol? FindElement(ITypeSymbol type, out ListKind kind)
    {
        kind = ListKind.Array;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol { Arity: 1, ContainingType: null } named || FindKind(named) is not { } found)
        {
            return null;
        }

        kind = found;
        return named.TypeArguments[0];
    }

    private static ListKind? FindKind(INamedTypeSymbol type) => FindCollectionSpace(type.ContainingNamespace) switch
    {
        "Generic" => type.Name switch
        {
            "List" => ListKind.List,
            "IList" => ListKind.ListInterface,
            "ICollection" => ListKind.CollectionInterface,
            "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" => ListKind.EnumerableInterface,
            "HashSet" => ListKind.Set,
            "ISet" => ListKind.SetInterface,
            "IReadOnlySet" => ListKind.ReadOnlySetInterface,
            "SortedSet" => ListKind.SortedSet,
            _ => null,
        },
        "Immutable" => type.Name switch
        {
            "ImmutableArray" => ListKind.ImmutableArray,
            "ImmutableList" or "IImmutableList" => ListKind.ImmutableList,
            "ImmutableHashSet" or "IImmutableSet" => ListKind.ImmutableSet,
            "ImmutableSortedSet" => ListKind.ImmutableSortedSet,
            _ => null,
        },
        "ObjectModel" => type.Name switch
        {
            "Collection" or "ObservableCollection" => ListKind.Collection,
            "ReadOnlyCollection" => ListKind.ReadOnlyCollection,
            _ => null,
        },
        "Frozen" => type.Name == "FrozenSet" ? ListKind.FrozenSet : null,
        _ => null,
    };

    /// <summary>The last name of a namespace of the framework's collections; null for any other.</summary>
    private static string? FindCollectionSpace(INamespaceSymbol? space)
        => space?.ContainingNamespace.IsNamespace("System.Collections") == true ? space.Name : null;

    /// <summary>The kind of a supported dictionary, whatever its key; null for every other type.</summary>
    private static DictionaryKind? FindDictionary(INamedTypeSymbol type)
        => type is not { Arity: 2, ContainingType: null } ? null : FindCollectionSpace(type.ContainingNamespace) switch
        {
            "Generic" => type.Name switch
            {
                "Dictionary" or "IDictionary" or "IReadOnlyDictionary" => DictionaryKind.Dictionary,
                "SortedDictionary" => DictionaryKind.Sorted,
                _ => null,
            },
            "Immutable" => type.Name switch
            {
                "ImmutableDictionary" or "IImmutableDictionary" => DictionaryKind.Immutable,
                "ImmutableSortedDictionary" => DictionaryKind.ImmutableSorted,
                _ => null,
            },
            "ObjectModel" => type.Name == "ReadOnlyDictionary" ? DictionaryKind.ReadOnly : null,
            "Frozen" => type.Name == "FrozenDictionary" ? DictionaryKind.Frozen : null,
            "Concurrent" => type.Name == "ConcurrentDictionary" ? DictionaryKind.Concurrent : null,
            _ => null,
        };

    /// <summary>Why the API cannot fill the type, with the cure; null when nothing is known against it.</summary>
    private static TypeRefusal? FindRefusal(ITypeSymbol type)
    {
        switch (type.TypeKind)
        {
            case TypeKind.Dynamic:
                return new("'dynamic' tells the API nothing about its shape; declare a record");
            case TypeKind.Array when type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte }:
                return new("bytes cannot be answered; use 'int[]' or 'string'");
            case TypeKind.Array when type is IArrayTypeSymbol { Rank: > 1 }:
                return new("JSON has no arrays of several dimensions; use an array of arrays");
            case TypeKind.Array:
                return null;
            case TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum:
                return FindNamedRefusal((INamedTypeSymbol)type);
            default:
                return new($"'{type.GetShortName()}' is no data; declare a record");
        }
    }

    private static TypeRefusal? FindNamedRefusal(INamedTypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            return new("'object' tells the API nothing about its shape; declare a record");
        }

        if (type.IsTupleType)
        {
            return new("a tuple has no names in JSON; declare a record");
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T || FindKind(type) is not null)
        {
            return null;
        }

        if (FindDictionary(type) is not null)
        {
            ITypeSymbol key = type.TypeArguments[0];
            return key.SpecialType == SpecialType.System_String || (key.TypeKind == TypeKind.Enum && !JsonAttributes.IsFlags(key))
                ? null
                : new($"JSON names members by text, not by '{key.GetShortName()}'; use 'string' or an enum as the key, or a list of records with a key and a value", KeyedType: type.Name);
        }

        if (type.Implements(CollectionsNamespace, "IDictionary") || type.Implements(CollectionsNamespace, "IReadOnlyDictionary"))
        {
            return new($"the dictionary '{type.GetShortName()}' is not supported; use 'Dictionary<string, T>' or 'IReadOnlyDictionary<string, T>'");
        }

        if (type.Implements("System.Collections", "IEnumerable"))
        {
            return new($"the collection '{type.GetShortName()}' is not supported; use 'List<T>', an array or 'IReadOnlyList<T>'");
        }

        if (type.TypeKind != TypeKind.Enum && type.Locations[0].IsInMetadata && IsInSystem(type))
        {
            return new($"'{type.GetShortName()}' has no schema; use a 'string', a number or a record");
        }

        return JsonAttributes.HasForeignConverter(type)
            ? new($"what the [JsonConverter] of '{type.GetShortName()}' reads is not known to the schema; remove it")
            : null;
    }

    private static bool IsInSystem(INamedTypeSymbol type)
    {
        INamespaceSymbol space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space.Name == "System";
    }
}
