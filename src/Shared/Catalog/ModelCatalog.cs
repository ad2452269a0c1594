using System.Diagnostics.CodeAnalysis;

namespace GeminiGen.Shared.Catalog;

/// <summary>A model catalogue inside the compiler: the package's, or a project's over it.</summary>
/// <param name="entries">The entries; ids are different.</param>
internal sealed class ModelCatalog(IReadOnlyList<CatalogModel> entries)
{
    private const string ResourcePrefix = "models/";

    private readonly Dictionary<string, CatalogModel> _models = entries.ToDictionary(static model => model.Id, StringComparer.Ordinal);

    private readonly Lazy<ModelSuccession> _succession = new(() => new ModelSuccession(entries.Select(static model =>
        new ModelEntry(model.Id, model.Status is not (CatalogStatus.ShutDown or CatalogStatus.Deprecated), model.Replacement, model.AliasOf))));

    /// <summary>The package's catalogue.</summary>
    public static ModelCatalog BuiltIn { get; } = new(CatalogTable.All);

    /// <summary>Every entry, in the catalogue's order.</summary>
    public IReadOnlyList<CatalogModel> All { get; } = entries;

    /// <summary>Finds the entry of an id; a pasted <c>models/</c> prefix is dropped. An alias gives the alias's own entry.</summary>
    public bool TryGet(string id, [NotNullWhen(true)] out CatalogModel? model)
        => _models.TryGetValue(WithoutPrefix(id), out model);

    /// <summary>Finds the entry of an id, and for an alias the entry of the model it stands for.</summary>
    public bool TryResolve(string id, [NotNullWhen(true)] out CatalogModel? model)
        => TryGet(id, out model) && (model.AliasOf is null || TryGet(model.AliasOf, out model));

    /// <summary>The id most likely meant, or the successor of a retired one; null when nothing is close.</summary>
    public string? Nearest(string id) => _succession.Value.FindNearest(WithoutPrefix(id));

    /// <summary>The model itself when it is in service, else the one that takes its place; null when there is none.</summary>
    public string? Successor(CatalogModel model) => _succession.Value.FindSuccessor(model.Id);

    /// <summary>The id without a pasted <c>models/</c>.</summary>
    public static string WithoutPrefix(string id)
        => id.StartsWith(ResourcePrefix, StringComparison.Ordinal) ? id.Substring(ResourcePrefix.Length) : id;
}
