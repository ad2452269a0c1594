using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Analyzers.Models;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG4013 and GG4015: a model id the catalogue does not know. Never more than a hint, for models appear faster than packages; only where the id cannot be a new model's,
/// because it is a known one with a slip, it is a warning.
/// </summary>
internal static class UnknownModelRule
{
    // Ids under this prefix are a project's own.
    private const string TunedPrefix = "tunedModels/";

    /// <summary>Reports an id that the catalogue does not have.</summary>
    public static void Check(string id, ModelUse use, Location location, ModelCatalog catalog, Action<Diagnostic> report)
    {
        if (string.IsNullOrWhiteSpace(id) || id.StartsWith(TunedPrefix, StringComparison.Ordinal))
        {
            return;
        }

        if (ModelSlips.Find(id, use, catalog) is { } meant)
        {
            report(Diagnostic.Create(Descriptors.MisspeltModel, location, ReplacementProperties.Of(meant), id, meant));
            return;
        }

        report(Nearest(id, use, catalog) is { } nearest
            ? Diagnostic.Create(Descriptors.UnknownModelNearest, location, ReplacementProperties.Of(nearest), id, nearest)
            : Diagnostic.Create(Descriptors.UnknownModel, location, id));
    }

    private static string? Nearest(string id, ModelUse use, ModelCatalog catalog)
        => catalog.Nearest(id) is { } nearest && catalog.TryGet(nearest, out CatalogModel? model) && ModelSlips.CanServe(model, use) ? nearest : null;
}
