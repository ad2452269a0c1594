using System.Diagnostics.CodeAnalysis;
using GeminiGen.Shared.Catalog;

namespace GeminiGen;

/// <summary>
/// The models this version of GeminiGen knows. The one source of every number about a model; generated from <c>gemini-models.json</c>,
/// which gives a source and a date for each.
/// </summary>
public static partial class GeminiModelCatalog
{
    private const string ResourcePrefix = "models/";

    // Entries are made when first asked for: a program that talks to one model pays for one.
    private static readonly GeminiModel?[] Entries = new GeminiModel?[Count];

    /// <summary>Every entry, newest generation first, aliases last.</summary>
    public static IReadOnlyList<GeminiModel> All { get; } = new AllModels();

    private static readonly Lazy<ModelSuccession> Succession = new(static () => new ModelSuccession(All.Select(ToEntry)));

    /// <summary>Finds the entry of an id. An alias gives its own entry, which says what it stands for.</summary>
    /// <param name="id">The id; a <c>models/</c> prefix is dropped.</param>
    /// <param name="model">The entry.</param>
    /// <returns>Whether the catalogue has the id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static bool TryGet(string id, [NotNullWhen(true)] out GeminiModel? model)
    {
        ArgumentNullException.ThrowIfNull(id);
        int index = IndexOf(WithoutPrefix(id));
        model = index < 0 ? null : GetEntry(index);
        return model is not null;
    }

    /// <summary>Finds the entry of an id, and for an alias the entry of the model it stands for.</summary>
    /// <param name="id">The id; a <c>models/</c> prefix is dropped.</param>
    /// <param name="model">The entry; never an alias.</param>
    /// <returns>Whether the catalogue has the id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static bool TryResolve(string id, [NotNullWhen(true)] out GeminiModel? model)
        => TryGet(id, out model) && (model.AliasOf is null || TryGet(model.AliasOf, out model));

    /// <summary>The id most likely meant by an unknown one, or the successor of a retired one.</summary>
    /// <param name="id">The id; a <c>models/</c> prefix is dropped.</param>
    /// <returns>The id of a model in service (<paramref name="id"/> itself if it is one); null when nothing is close.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is null.</exception>
    public static string? Nearest(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return Succession.Value.FindNearest(WithoutPrefix(id));
    }

    internal static ModelEntry ToEntry(GeminiModel model)
        => new(model.Id, model.Status is not (GeminiModelStatus.ShutDown or GeminiModelStatus.Deprecated), model.Replacement, model.AliasOf);

    internal static string WithoutPrefix(string id)
        => id.StartsWith(ResourcePrefix, StringComparison.Ordinal) ? id[ResourcePrefix.Length..] : id;

    private static GeminiModel GetEntry(int index)
        => Volatile.Read(ref Entries[index])
            ?? Interlocked.CompareExchange(ref Entries[index], Create(index), null)
            ?? Entries[index]!;

    private static partial int IndexOf(string id);

    private static partial GeminiModel Create(int index);

    /// <summary>The entries as a list, each made when first read.</summary>
    private sealed class AllModels : IReadOnlyList<GeminiModel>
    {
        int IReadOnlyCollection<GeminiModel>.Count => GeminiModelCatalog.Count;

        public GeminiModel this[int index] => GetEntry(index);

        public IEnumerator<GeminiModel> GetEnumerator()
        {
            for (int i = 0; i < GeminiModelCatalog.Count; i++)
            {
                yield return GetEntry(i);
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
