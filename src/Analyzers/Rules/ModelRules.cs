using GeminiGen.Analyzers.Models;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>The rules about the model that contracts are answered by. At most one of them speaks: the one whose cure makes the others moot.</summary>
internal static class ModelRules
{
    /// <summary>Checks one model id.</summary>
    public static void Check(string id, ModelUse use, Location location, ModelCatalog catalog, Action<Diagnostic> report)
    {
        if (!catalog.TryGet(id, out CatalogModel? model) && !ModelVersions.TryGetShutDown(id, catalog, out model))
        {
            UnknownModelRule.Check(id, use, location, catalog, report);
        }
        else if (use == ModelUse.Embedding ? model.GivesNoEmbeddings : model.GivesNoText && (use == ModelUse.Text || model.GivesNoEmbeddings))
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
}
