using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Analyzers.Texts;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0013: tools, typed answers and media that the contract's model does not take. Speaks only where the catalogue says no.</summary>
internal sealed class RefusedByModelRule(GeminiSymbols symbols, INamedTypeSymbol contract, CatalogModel model, Action<Diagnostic> report)
{
    private const string AnotherModel = "remove it, or name another model";

    /// <summary>Checks one method.</summary>
    public void Check(IMethodSymbol method, CancellationToken cancellationToken)
    {
        Location name = method.Locations[0];
        bool hasBuiltIn = CheckBuiltIn(method, symbols.GoogleSearch, "[GoogleSearch]", model.SearchGrounding, name, cancellationToken);
        hasBuiltIn |= CheckBuiltIn(method, symbols.UrlContext, "[UrlContext]", model.UrlContext, name, cancellationToken);
        hasBuiltIn |= CheckBuiltIn(method, symbols.CodeExecution, "[CodeExecution]", model.CodeExecution, name, cancellationToken);
        bool hasFunctions = OffersFunctions(method);
        if (hasFunctions && model.FunctionCalling == CatalogSupport.No)
        {
            Report("[Tools]", method, name, "it calls no functions; " + AnotherModel);
        }
        else if (model.ToolCombination == CatalogSupport.No && (hasFunctions || hasBuiltIn) && IsTyped(method.ReturnType))
        {
            Report(hasFunctions ? "[Tools] with a typed answer" : "A tool with a typed answer", method, name, "it takes one of the two; return text, or name a model of the third generation or later");
        }
        else if (model.ToolCombination == CatalogSupport.No && hasFunctions && hasBuiltIn)
        {
            Report("[Tools] with a tool of the API", method, name, "it takes one of the two; remove one, or name a model of the third generation or later");
        }

        CheckMedia(method);
    }

    private bool CheckBuiltIn(IMethodSymbol method, INamedTypeSymbol? marker, string attributeName, CatalogSupport support, Location name, CancellationToken cancellationToken)
    {
        AttributeData? own = method.FindAttribute(marker);
        if (own is null && contract.FindAttribute(marker) is null)
        {
            return false;
        }

        if (support == CatalogSupport.No)
        {
            Location location = own?.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation() ?? name;
            Report(attributeName, method, location, "it does not have this tool; " + AnotherModel);
            return false;
        }

        return true;
    }

    private bool OffersFunctions(IMethodSymbol method)
        => (method.FindAttribute(symbols.Tools) ?? contract.FindAttribute(symbols.Tools)) is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, Values.Length: > 0 }] }
            || method.Parameters.Any(parameter => parameter.FindAttribute(symbols.Tools) is not null || (PromptValues.IsToolSet(parameter.Type) && !parameter.IsOptional));

    private void CheckMedia(IMethodSymbol method)
    {
        if (model.InputModalities.Length == 0 || model.InputModalities.Any(static modality => modality != "text"))
        {
            return;
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (HoldsMedia(parameter.Type))
            {
                Report("Parameter '" + parameter.Name + "'", method, parameter.Locations[0], "it reads nothing but text; " + AnotherModel);
            }
        }
    }

    private bool HoldsMedia(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsMedia(array.ElementType),
        INamedTypeSymbol named => SymbolEqualityComparer.Default.Equals(named, symbols.Media) || named.TypeArguments.Any(HoldsMedia),
        _ => false,
    };

    // The answer stands inside tasks, streams and results.
    private static bool IsTyped(ITypeSymbol type)
        => type is INamedTypeSymbol { Arity: 1, Name: "Task" or "ValueTask" or "IAsyncEnumerable" or WellKnownNames.PromptResult or WellKnownNames.PromptStream } wrapper
            ? IsTyped(wrapper.TypeArguments[0])
            : type.SpecialType is not (SpecialType.System_String or SpecialType.System_Void);

    private void Report(string what, IMethodSymbol method, Location location, string cure)
        => report(Diagnostic.Create(Descriptors.RefusedByModel, location, new ReasonText(what), contract.Name + "." + method.Name, model.Id, new ReasonText(cure)));
}
