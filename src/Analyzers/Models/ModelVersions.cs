using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Models;

/// <summary>Ids with a version behind them: <c>gemini-1.5-pro-002</c> is one of <c>gemini-1.5-pro</c> and went with it. The catalogue lists few of them.</summary>
internal static class ModelVersions
{
    // A number, "latest", or an experiment or preview with or without its date. Any other word may name another model.
    private static readonly Regex Version = new(
        "-(?:[0-9]{3}|latest|(?:exp|preview)(?:-[0-9]{2,4}){0,2})$",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Finds the model whose version an id names, when that model is shut down with all its versions.</summary>
    public static bool TryGetShutDown(string id, ModelCatalog catalog, [NotNullWhen(true)] out CatalogModel? model)
    {
        model = null;
        Match version = Version.Match(id);
        return version.Success && catalog.TryGet(id.Substring(0, version.Index), out model) && model.Status == CatalogStatus.ShutDown;
    }
}
