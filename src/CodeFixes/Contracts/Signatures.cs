using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace GeminiGen.CodeFixes.Contracts;

/// <summary>Whether a method's signature can be changed without breaking others.</summary>
internal static class Signatures
{
    /// <summary>Whether a parameter can be dropped: no method has the shorter signature already, and no class of the solution implements the longer one.</summary>
    public static async Task<bool> CanDropAsync(Document document, ParameterSyntax parameter, CancellationToken cancellationToken)
        => await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } semantics
            && semantics.GetDeclaredSymbol(parameter, cancellationToken) is IParameterSymbol { ContainingSymbol: IMethodSymbol method } symbol
            && !HasOverload(method, [.. method.Parameters.Remove(symbol).Select(static rest => rest.Type)])
            && !await IsImplementedAsync(method, document.Project.Solution, cancellationToken).ConfigureAwait(false);

    /// <summary>Whether the method's type has a method of its name with these parameters.</summary>
    public static bool HasOverload(IMethodSymbol method, IReadOnlyList<ITypeSymbol> parameters)
    {
        foreach (ISymbol member in method.ContainingType.GetMembers(method.Name))
        {
            if (member is IMethodSymbol other && other.Parameters.Select(static parameter => parameter.Type).SequenceEqual(parameters, SymbolEqualityComparer.Default))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a class that is not generated implements the method, as fakes in tests do.</summary>
    public static async Task<bool> IsImplementedAsync(IMethodSymbol method, Solution solution, CancellationToken cancellationToken)
    {
        foreach (ISymbol implementation in await SymbolFinder.FindImplementationsAsync(method, solution, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            bool isGenerated = implementation.ContainingType.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "GeneratedCodeAttribute" });
            if (!isGenerated && !implementation.DeclaringSyntaxReferences.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }
}
