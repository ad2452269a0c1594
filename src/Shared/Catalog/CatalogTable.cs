using System.Diagnostics.CodeAnalysis;

namespace GeminiGen.Shared.Catalog;

/// <summary>The model catalogue inside the compiler: the same data the runtime has, as far as rules and generator need it.</summary>
internal static partial class CatalogTable
{
    private const string ResourcePrefix = "models/";

    /// <summary>Every entry, in the catalogue's order.</summary>
    public static IReadOnlyList<CatalogModel> All { get; } = CreateAll();

    private static readonly Lazy<Dictionary<string, CatalogModel>> Models = new(
        static () => All.ToDictionary(static model => model.Id, StringComparer.Ordinal));

    /// <summary>Finds the entry of an id; a pasted <c>models/</c> prefix is dropped. An alias gives the alias's own entry.</summary>
    public static bool TryGet(string id, [NotNullWhen(true)] out CatalogModel? model)
        => Models.Value.TryGetValue(WithoutPrefix(id), out model);

    /// <summary>Finds the entry of an id, and for an alias the entry of the model it stands for.</summary>
    public static bool TryResolve(string id, [NotNullWhen(true)] out CatalogModel? model)
        => TryGet(id, out model) && (model.AliasOf is null || TryGet(model.AliasOf, out model));

    /// <summary>The id most likely meant, or the successor of a retired one; null when nothing is close.</summary>
    public static string? Nearest(string id)
    {
        string? nearest = NearestId.Find(WithoutPrefix(id), All.Where(static model => Successor(model) is not null).Select(static model => model.Id));
        return nearest is not null && TryGet(nearest, out CatalogModel? model) ? Successor(model) : null;
    }

    /// <summary>The id without a pasted <c>models/</c>.</summary>
    public static string WithoutPrefix(string id)
        => id.StartsWith(ResourcePrefix, StringComparison.Ordinal) ? id.Substring(ResourcePrefix.Length) : id;

    // A model in service is its own successor; one on its way out gives the one its owner names, if that is in service.
    private static string? Successor(CatalogModel model)
    {
        CatalogModel? current = model;
        while (current.Status is CatalogStatus.ShutDown or CatalogStatus.Deprecated)
        {
            if (current.Replacement is null || !TryGet(current.Replacement, out current))
            {
                return null;
            }
        }

        return current.Id;
    }

    private static partial CatalogModel[] CreateAll();
}
