using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4016: a model for text where an embedding model is needed. Speaks only where the catalogue lists what the model gives.</summary>
internal static class ModelWithoutEmbeddingsRule
{
    /// <summary>Reports a model that gives no embeddings.</summary>
    public static void Check(string id, Location location, Action<Diagnostic> report)
        => report(Diagnostic.Create(Descriptors.ModelWithoutEmbeddings, location, id));

    /// <summary>Checks a method that has no model of its own, in a contract whose model is for prompts.</summary>
    public static void Check(AttributeData embed, CatalogModel contractModel, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (contractModel.GivesNoEmbeddings && embed.GetText(WellKnownNames.Model) is null && embed.ApplicationSyntaxReference is { } reference)
        {
            Check(contractModel.Id, reference.GetSyntax(cancellationToken).GetLocation(), report);
        }
    }
}
