using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Models;

/// <summary>The catalogue a project's rules go by: the package's, with what the project's own file says over it.</summary>
internal static class ProjectCatalog
{
    /// <summary>Reads it. A file that cannot be read changes nothing here; its own rule says so.</summary>
    public static ModelCatalog Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        ModelCatalog catalog = ModelCatalog.BuiltIn;
        foreach (AdditionalText file in options.AdditionalFiles)
        {
            if (ProjectCatalogFile.IsPath(file.Path) && TryRead(file, cancellationToken, out IReadOnlyList<JsonValue> entries, out _))
            {
                catalog = CatalogPatch.Apply(catalog, entries);
            }
        }

        return catalog;
    }

    /// <summary>Reads one file; where it cannot be read, says what is wrong.</summary>
    public static bool TryRead(AdditionalText file, CancellationToken cancellationToken, out IReadOnlyList<JsonValue> entries, out JsonSyntaxException? fault)
    {
        try
        {
            entries = ProjectCatalogFile.Parse(file.GetText(cancellationToken)?.ToString() ?? "");
            fault = null;
            return true;
        }
        catch (JsonSyntaxException exception)
        {
            entries = [];
            fault = exception;
            return false;
        }
    }
}
