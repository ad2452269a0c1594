using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4014: a model for embeddings or speech where a contract needs text. Speaks only where the catalogue lists what the model gives.</summary>
internal static class ModelWithoutTextRule
{
    /// <summary>Reports a model that gives no text.</summary>
    public static void Check(string id, CatalogModel model, Location location, Action<Diagnostic> report)
        => report(Diagnostic.Create(Descriptors.ModelWithoutText, location, id, string.Join(" and ", model.OutputModalities)));
}
