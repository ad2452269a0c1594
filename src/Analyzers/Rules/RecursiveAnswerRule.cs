using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Texts;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0009 by model: an answer that contains itself takes JSON Schema to say. Speaks only where the catalogue says that the model does not take it.</summary>
internal static class RecursiveAnswerRule
{
    /// <summary>Checks one method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="model">The model it asks.</param>
    /// <param name="report">Takes what is found.</param>
    public static void Check(IMethodSymbol method, CatalogModel model, Action<Diagnostic> report)
    {
        if (model.RefusesRecursion && AnswerTypeParser.FindRecursion(Unwrap(method.ReturnType)) is { } property)
        {
            bool isInSource = property.Locations[0].IsInSource;
            report(Diagnostic.Create(
                Descriptors.AnswerTypeRefusedByApi,
                isInSource ? property.Locations[0] : method.Locations[0],
                property.ContainingType.Name + "." + property.Name,
                new ReasonText($"through it the type contains itself, which model '{model.Id}' of '{method.ContainingType.Name}.{method.Name}' has no schema for; name a model of generation 2.5 or later, or mark it [JsonIgnore]")));
        }
    }

    // The answer stands inside tasks, streams and results.
    private static ITypeSymbol Unwrap(ITypeSymbol type)
        => type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" or "IAsyncEnumerable" or WellKnownNames.PromptResult or WellKnownNames.PromptStream } wrapper
            ? Unwrap(wrapper.TypeArguments[0])
            : AnswerTypeParser.FindSnapshotOf(type) is { ConstructorArguments: [{ Value: ITypeSymbol complete }] } ? complete : type;
}
