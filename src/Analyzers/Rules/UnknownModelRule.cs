using GeminiGen.Analyzers.Diagnostics;
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
    public static void Check(string id, Location location, Action<Diagnostic> report)
    {
        if (string.IsNullOrWhiteSpace(id) || id.StartsWith(TunedPrefix, StringComparison.Ordinal))
        {
            return;
        }

        if (ModelSlips.Find(id) is { } meant)
        {
            report(Diagnostic.Create(Descriptors.MisspeltModel, location, id, meant));
            return;
        }

        report(Nearest(id) is { } nearest
            ? Diagnostic.Create(Descriptors.UnknownModelNearest, location, id, nearest)
            : Diagnostic.Create(Descriptors.UnknownModel, location, id));
    }

    // A model that cannot answer contracts is no advice.
    private static string? Nearest(string id)
        => CatalogTable.Nearest(id) is { } nearest && CatalogTable.TryGet(nearest, out CatalogModel? model) && !model.GivesNoText ? nearest : null;
}
