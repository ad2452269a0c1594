using GeminiGen.Analyzers.Models;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>The rules about the model that answers. At most one of them speaks: the one whose cure makes the others moot.</summary>
internal static class ModelRules
{
    /// <summary>Checks one model id.</summary>
    public static void Check(string id, ModelUse use, Location location, ModelCatalog catalog, Action<Diagnostic> report)
    {
        if (!catalog.TryGet(id, out CatalogModel? model) && !ModelVersions.TryGetShutDown(id, catalog, out model))
        {
            if (use != ModelUse.Special)
            {
                UnknownModelRule.Check(id, use, location, catalog, report);
            }
        }
        else if (IsUnsuited(model, use))
        {
            if (use == ModelUse.Embedding)
            {
                ModelWithoutEmbeddingsRule.Check(id, location, report);
            }
            else
            {
                ModelWithoutTextRule.Check(id, model, location, report);
            }
        }
        else
        {
            RetiredModelRule.Check(id, model, location, catalog, report);
        }
    }

    private static bool IsUnsuited(CatalogModel model, ModelUse use) => use switch
    {
        ModelUse.Text => model.GivesNoText,
        ModelUse.Embedding => model.GivesNoEmbeddings,
        ModelUse.Either => model.GivesNoText && model.GivesNoEmbeddings,
        ModelUse.Content => ModelSlips.GivesVectorsAlone(model),
        _ => false,
    };
}
