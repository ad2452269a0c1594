using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Models;

/// <summary>Which model takes a retired one's place.</summary>
internal static class ModelLines
{
    private const string AliasPrefix = "gemini";
    private const string AliasSuffix = "-latest";

    /// <summary>The model in service that the owner names as successor, or else the newest of the same line; null when there is none.</summary>
    public static string? FindSuccessor(CatalogModel model, ModelCatalog catalog)
    {
        CatalogModel current = model;
        while (!IsInService(current) && current.Replacement is not null && catalog.TryGet(current.Replacement, out CatalogModel? next) && next.Id != model.Id)
        {
            current = next;
        }

        return IsInService(current) ? current.Id : FindNewest(model.Id, catalog);
    }

    // "gemini-flash-lite-latest" names the newest of the line "-flash-lite"; the longest line that the id contains is its own.
    private static string? FindNewest(string id, ModelCatalog catalog)
    {
        CatalogModel? best = null;
        foreach (CatalogModel alias in catalog.All)
        {
            bool isLine = alias.AliasOf is not null
                && alias.Id.StartsWith(AliasPrefix, StringComparison.Ordinal)
                && alias.Id.EndsWith(AliasSuffix, StringComparison.Ordinal)
                && id.Contains(alias.Id.Substring(AliasPrefix.Length, alias.Id.Length - AliasPrefix.Length - AliasSuffix.Length));
            if (isLine && (best is null || alias.Id.Length > best.Id.Length))
            {
                best = alias;
            }
        }

        return best?.AliasOf;
    }

    private static bool IsInService(CatalogModel model) => model.Status is not (CatalogStatus.ShutDown or CatalogStatus.Deprecated);
}
