using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4001: a model that is shut down, will be, or is answered by another. The catalogue's status decides, never the clock: the same source gives the same findings.</summary>
internal static class RetiredModelRule
{
    /// <summary>Checks one model.</summary>
    /// <param name="id">The id as written: the model's own, or that of one of its versions.</param>
    /// <param name="model">What the catalogue says of it.</param>
    /// <param name="location">The id's place.</param>
    /// <param name="catalog">Knows the successors.</param>
    /// <param name="report">Takes the finding.</param>
    public static void Check(string id, CatalogModel model, Location location, ModelCatalog catalog, Action<Diagnostic> report)
    {
        if (Descriptor(model) is { } descriptor && catalog.Successor(model) is { } successor)
        {
            report(Diagnostic.Create(descriptor, location, ReplacementProperties.Of(successor), id, successor, model.Shutdown));
        }
    }

    private static DiagnosticDescriptor? Descriptor(CatalogModel model) => model switch
    {
        { Status: CatalogStatus.ShutDown } => Descriptors.RetiredModel,
        { Status: CatalogStatus.Deprecated, Shutdown: not null } => Descriptors.DeprecatedModel,
        { Status: CatalogStatus.Deprecated, Replacement: not null } => Descriptors.ReplacedModel,
        _ => null,
    };
}
