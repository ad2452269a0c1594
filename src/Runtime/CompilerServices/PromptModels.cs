using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.CompilerServices;

/// <summary>The models a project knows better than the package's catalogue. Generated code holds one instance an assembly, from its <c>gemini-models.json</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PromptModels
{
    private readonly Dictionary<string, GeminiModel> _models = new(StringComparer.Ordinal);
    private readonly Lazy<ModelSuccession> _succession;

    /// <summary>Holds models.</summary>
    /// <param name="models">The entries, complete. They stand before those of <see cref="GeminiModelCatalog"/>.</param>
    public PromptModels(params GeminiModel[] models)
    {
        ArgumentNullException.ThrowIfNull(models);
        foreach (GeminiModel model in models)
        {
            _models[model.Id] = model;
        }

        _succession = new Lazy<ModelSuccession>(CreateSuccession);
    }

    /// <summary>Finds the entry of an id, here or in the package's catalogue, and for an alias the entry of the model it stands for.</summary>
    internal static bool TryResolve(PromptModels? models, string id, [NotNullWhen(true)] out GeminiModel? model)
        => TryGet(models, id, out model) && (model.AliasOf is null || TryGet(models, model.AliasOf, out model));

    /// <summary>The successor of a known id, or that of the id an unknown one is closest to; null when nothing is close.</summary>
    internal static string? Nearest(PromptModels? models, string id)
        => models is null ? GeminiModelCatalog.Nearest(id) : models._succession.Value.FindNearest(GeminiModelCatalog.WithoutPrefix(id));

    private ModelSuccession CreateSuccession()
        => new(GeminiModelCatalog.All.Where(model => !_models.ContainsKey(model.Id)).Concat(_models.Values).Select(GeminiModelCatalog.ToEntry));

    internal static bool TryGet(PromptModels? models, string id, [NotNullWhen(true)] out GeminiModel? model)
    {
        model = null;
        return models?._models.TryGetValue(id, out model) == true || GeminiModelCatalog.TryGet(id, out model);
    }
}
