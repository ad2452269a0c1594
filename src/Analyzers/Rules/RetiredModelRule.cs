using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Models;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4001: a model that is shut down, will be, or is answered by another. The catalogue's status decides, never the clock: the same source gives the same findings.</summary>
internal static class RetiredModelRule
{
    /// <summary>Checks one model id.</summary>
    public static void Check(string id, Location location, Action<Diagnostic> report)
    {
        if (!CatalogTable.TryGet(id, out CatalogModel? model) || Descriptor(model) is not { } descriptor || ModelLines.FindSuccessor(model) is not { } successor)
        {
            return;
        }

        report(Diagnostic.Create(descriptor, location, model.Id, successor, model.Shutdown));
    }

    private static DiagnosticDescriptor? Descriptor(CatalogModel model) => model switch
    {
        { Status: CatalogStatus.ShutDown } => Descriptors.RetiredModel,
        { Status: CatalogStatus.Deprecated, Shutdown: not null } => Descriptors.DeprecatedModel,
        { Status: CatalogStatus.Deprecated, Replacement: not null } => Descriptors.ReplacedModel,
        _ => null,
    };
}
