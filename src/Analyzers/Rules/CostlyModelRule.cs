using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Options;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG5005: a method's model costs more than the one the project has configured for the class of its task, which the answer's type shows.</summary>
internal static class CostlyModelRule
{
    /// <summary>Checks one method of a contract.</summary>
    public static void Check(IMethodSymbol method, CatalogModel? model, ModelCatalog catalog, AnalyzerOptions options, Action<Diagnostic> report)
    {
        if (model is null || method.Locations is not [{ SourceTree: { } tree } location, ..])
        {
            return;
        }

        string task = TaskOf(method);
        if (ModelFor(task, options, tree) is { } id
            && catalog.TryResolve(id, out CatalogModel? configured)
            && configured.Id != model.Id
            && PriceOf(configured) < PriceOf(model))
        {
            report(Diagnostic.Create(Descriptors.CostlyModel, location, model.Id, task == "text" ? "a text" : task == "classification" ? "a classification" : "an extraction", configured.Id));
        }
    }

    private static string? ModelFor(string task, AnalyzerOptions options, SyntaxTree tree) => task switch
    {
        "text" => RuleOptions.GetTextModel(options, tree),
        "classification" => RuleOptions.GetClassificationModel(options, tree),
        _ => RuleOptions.GetExtractionModel(options, tree),
    };

    // One of a few words is a classification, a text a text, and everything else is taken out of something.
    private static string TaskOf(IMethodSymbol method)
    {
        ITypeSymbol answer = AnswerOf(method.ReturnType);
        return answer switch
        {
            { SpecialType: SpecialType.System_String } => "text",
            { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum } => "classification",
            _ => "extraction",
        };
    }

    // Task<PromptResult<T>>, PromptStream<T>, IAsyncEnumerable<T>, T?.
    private static ITypeSymbol AnswerOf(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeArguments: [{ } inner], Name: "Task" or "ValueTask" or "PromptResult" or "PromptStream" or "IAsyncEnumerable" or "Nullable" } ? AnswerOf(inner) : type;

    // Null compares as not less: what is not known is not told.
    private static decimal? PriceOf(CatalogModel model) => model.PriceTiers is [{ } tier, ..] ? tier.InputPerMillionTokens + tier.OutputPerMillionTokens : null;
}
