using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Texts;
using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0017 by model: a function's argument that contains itself takes JSON Schema to say. Speaks only where the catalogue says that the model does not take it.</summary>
/// <param name="model">The model that is offered the functions.</param>
/// <param name="report">Takes what is found.</param>
internal sealed class RecursiveArgumentRule(CatalogModel model, Action<Diagnostic> report)
{
    /// <summary>Checks the functions that a method offers.</summary>
    /// <param name="method">The method.</param>
    /// <param name="tools">The <c>[Tools]</c> that holds for it, or null.</param>
    public void Check(IMethodSymbol method, AttributeData? tools)
    {
        if (!model.RefusesRecursion)
        {
            return;
        }

        if (tools is { ConstructorArguments: [{ Kind: TypedConstantKind.Array, IsNull: false } types] })
        {
            foreach (TypedConstant type in types.Values)
            {
                CheckType(method, type.Value as ITypeSymbol);
            }
        }

        foreach (IParameterSymbol parameter in method.Parameters)
        {
            if (PromptValues.ClassifyForCall(parameter) == PromptParameterUse.ToolInstance)
            {
                CheckType(method, parameter.Type);
            }
        }
    }

    private void CheckType(IMethodSymbol method, ITypeSymbol? type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface } named)
        {
            return;
        }

        foreach ((IMethodSymbol tool, _) in ToolParser.FindMethods(named))
        {
            foreach (IParameterSymbol parameter in tool.Parameters)
            {
                if (ToolParser.Classify(parameter) == ToolParameterKind.Argument && AnswerTypeParser.FindRecursion(parameter.Type) is { } property)
                {
                    Report(method, tool, parameter, property);
                }
            }
        }
    }

    private void Report(IMethodSymbol method, IMethodSymbol tool, IParameterSymbol parameter, IPropertySymbol property)
        => report(Diagnostic.Create(
            Descriptors.ToolNotDescribable,
            parameter.Locations[0].IsInSource ? parameter.Locations[0] : method.Locations[0],
            $"{tool.ContainingType.Name}.{tool.Name}({parameter.Name})",
            new ReasonText($"through '{property.ContainingType.Name}.{property.Name}' its type contains itself, which model '{model.Id}' of '{method.ContainingType.Name}.{method.Name}' has no schema for; name a model of generation 2.5 or later, or mark that member [JsonIgnore]")));
}
