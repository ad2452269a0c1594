namespace GeminiGen;

/// <summary>The collections an answer is read into.</summary>
internal enum ListKind
{
    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>List&lt;T&gt;</c>.</summary>
    List,

    /// <summary><c>IList&lt;T&gt;</c>.</summary>
    ListInterface,

    /// <summary><c>ICollection&lt;T&gt;</c>.</summary>
    CollectionInterface,

    /// <summary><c>IEnumerable&lt;T&gt;</c>, <c>IReadOnlyCollection&lt;T&gt;</c>, <c>IReadOnlyList&lt;T&gt;</c>.</summary>
    EnumerableInterface,

    /// <summary><c>HashSet&lt;T&gt;</c>.</summary>
    Set,

    /// <summary><c>ISet&lt;T&gt;</c>.</summary>
    SetInterface,

    /// <summary><c>IReadOnlySet&lt;T&gt;</c>.</summary>
    ReadOnlySetInterface,

    /// <summary><c>SortedSet&lt;T&gt;</c>.</summary>
    SortedSet,

    /// <summary><c>Collection&lt;T&gt;</c> and <c>ObservableCollection&lt;T&gt;</c>.</summary>
    Collection,

    /// <summary><c>ImmutableArray&lt;T&gt;</c>.</summary>
    ImmutableArray,

    /// <summary><c>ImmutableList&lt;T&gt;</c> and its interface.</summary>
    ImmutableList,

    /// <summary><c>ImmutableHashSet&lt;T&gt;</c> and its interface.</summary>
    ImmutableSet,

    /// <summary><c>ImmutableSortedSet&lt;T&gt;</c>.</summary>
    ImmutableSortedSet,

    /// <summary><c>FrozenSet&lt;T&gt;</c>.</summary>
    FrozenSet,

    /// <summary><c>ReadOnlyCollection&lt;T&gt;</c>.</summary>
    ReadOnlyCollection,
}
