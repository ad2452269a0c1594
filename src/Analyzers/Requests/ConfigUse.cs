using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Finds the model that settings are for: it stands beside them in the call they are handed to.</summary>
internal static class ConfigUse
{
    /// <summary>The model's id; null when it is not known, or differs from use to use.</summary>
    public static string? FindModel(IObjectCreationOperation config, ValueFlow flow, CancellationToken cancellationToken)
    {
        HashSet<string?> ids = [.. UsesOf(config, cancellationToken).Select(use => ModelBeside(use, flow))];
        return ids.Count == 1 ? ids.First() : null;
    }

    // The argument it is itself, or those of the variable it is put into.
    private static IEnumerable<IOperation> UsesOf(IOperation config, CancellationToken cancellationToken)
    {
        IOperation value = config;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        if (value.Parent is IArgumentOperation direct)
        {
            return [direct];
        }

        return value.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } } && config.SemanticModel is { } model
            ? ValueFlow.ScopeOf(config.Syntax).DescendantNodes().OfType<ArgumentSyntax>()
                .Where(argument => argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
                .Select(argument => model.GetOperation(argument, cancellationToken))
                .OfType<IOperation>()
            : [];
    }

    private static string? ModelBeside(IOperation use, ValueFlow flow)
    {
        IReadOnlyList<IArgumentOperation> arguments = use.Parent switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => Array.Empty<IArgumentOperation>(),
        };
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { Name: "model" or "modelId" or "modelName" } && flow.Trace(argument.Value).ConstantValue is { HasValue: true, Value: string id })
            {
                return id;
            }
        }

        return null;
    }
}
