namespace GeminiGen.Generator.Emission;

/// <summary>Expressions that create lists and dictionaries without elements.</summary>
internal static class EmptyCollections
{
    private const string Collections = "global::System.Collections.Generic.";
    private const string Immutable = "global::System.Collections.Immutable.";

    /// <summary>The expression for a list or a dictionary.</summary>
    public static string Create(AnswerType type, EquatableArray<AnswerType> types) => type switch
    {
        ListAnswer { Kind: ListKind.ImmutableSortedSet } set => $"{Immutable}ImmutableSortedSet.Create<{types[set.Element].TypeName}>({GetComparer(types[set.Element])})",
        ListAnswer { Kind: ListKind.SortedSet } set => $"new {type.TypeName}({GetComparer(types[set.Element])})",
        ListAnswer list => Create(list, types[list.Element].TypeName),
        DictionaryAnswer { Kind: DictionaryKind.Immutable } dictionary => $"{Immutable}ImmutableDictionary<{GetTypes(dictionary, types)}>.Empty",
        DictionaryAnswer { Kind: DictionaryKind.ImmutableSorted } dictionary => $"{Immutable}ImmutableSortedDictionary.Create<{GetTypes(dictionary, types)}>({GetComparer(types[dictionary.Key])})",
        DictionaryAnswer { Kind: DictionaryKind.Frozen } dictionary => dictionary.TypeName + ".Empty",
        DictionaryAnswer { Kind: DictionaryKind.ReadOnly } dictionary => $"new {dictionary.TypeName}(new {Collections}Dictionary<{GetTypes(dictionary, types)}>())",
        DictionaryAnswer { Kind: DictionaryKind.Concurrent } dictionary => $"new {dictionary.TypeName}()",
        DictionaryAnswer { Kind: DictionaryKind.Dictionary } dictionary => $"new {Collections}Dictionary<{GetTypes(dictionary, types)}>()",
        DictionaryAnswer dictionary => $"new {type.TypeName}({GetComparer(types[dictionary.Key])})",
        _ => $"new {type.TypeName}()",
    };

    /// <summary>What texts are sorted by: not the culture, to which different texts are one, and one text is another elsewhere.</summary>
    public static string GetComparer(AnswerType sorted) => sorted.TypeName == "string" ? "global::System.StringComparer.Ordinal" : "";

    private static string Create(ListAnswer list, string element) => list.Kind switch
    {
        ListKind.Array or ListKind.EnumerableInterface => $"global::System.Array.Empty<{element}>()",
        ListKind.ListInterface or ListKind.CollectionInterface => $"new {Collections}List<{element}>()",
        ListKind.SetInterface or ListKind.ReadOnlySetInterface => $"new {Collections}HashSet<{element}>()",
        ListKind.ImmutableList => $"{Immutable}ImmutableList<{element}>.Empty",
        ListKind.ImmutableSet => $"{Immutable}ImmutableHashSet<{element}>.Empty",
        ListKind.FrozenSet => list.TypeName + ".Empty",
        ListKind.ReadOnlyCollection => $"new {list.TypeName}(new {Collections}List<{element}>())",
        _ => $"new {list.TypeName}()",
    };

    private static string GetTypes(DictionaryAnswer dictionary, EquatableArray<AnswerType> types) => types[dictionary.Key].TypeName + ", " + types[dictionary.Value].TypeName;
}
