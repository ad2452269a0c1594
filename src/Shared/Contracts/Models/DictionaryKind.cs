namespace GeminiGen;

/// <summary>The dictionaries an answer is read into.</summary>
internal enum DictionaryKind
{
    /// <summary><c>Dictionary&lt;TKey, TValue&gt;</c> and the interfaces it has.</summary>
    Dictionary,

    /// <summary><c>SortedDictionary&lt;TKey, TValue&gt;</c>.</summary>
    Sorted,

    /// <summary><c>ImmutableDictionary&lt;TKey, TValue&gt;</c> and its interface.</summary>
    Immutable,

    /// <summary><c>ImmutableSortedDictionary&lt;TKey, TValue&gt;</c>.</summary>
    ImmutableSorted,

    /// <summary><c>FrozenDictionary&lt;TKey, TValue&gt;</c>.</summary>
    Frozen,

    /// <summary><c>ReadOnlyDictionary&lt;TKey, TValue&gt;</c>.</summary>
    ReadOnly,

    /// <summary><c>ConcurrentDictionary&lt;TKey, TValue&gt;</c>.</summary>
    Concurrent,
}
