using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Generator.Fakes;

/// <summary>Finds the contracts that are asked for. Most are asked for in many tests, and read once a compilation.</summary>
internal static class FakeMemo
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<INamedTypeSymbol, Lazy<FakeModel?>>> Read = new();

    /// <summary>Whether a call may ask for a fake, by its looks: <c>GeminiFake.For&lt;IDesk&gt;()</c>, or without the class behind <c>using static</c>.</summary>
    public static bool IsCandidate(SyntaxNode node)
        => node is InvocationExpressionSyntax call && NameOf(call) is { Identifier.ValueText: FakeContracts.For, TypeArgumentList.Arguments.Count: 1 };

    /// <summary>The fake a call asks for; null when it asks for none.</summary>
    public static FakeModel? GetOrRead(GeneratorSyntaxContext found, CancellationToken cancellationToken)
    {
        InvocationExpressionSyntax call = (InvocationExpressionSyntax)found.Node;
        GenericNameSyntax name = NameOf(call)!;
        Compilation compilation = found.SemanticModel.Compilation;
        if (!IsFakeClass(call, found.SemanticModel, cancellationToken)
            || found.SemanticModel.GetSymbolInfo(name.TypeArgumentList.Arguments[0], cancellationToken).Symbol is not INamedTypeSymbol contract
            || contract.TypeKind != TypeKind.Interface
            || FakeContracts.FindFault(contract, compilation) is not null)
        {
            return null;
        }

        return Read.GetValue(compilation, static _ => new(SymbolEqualityComparer.Default))
            .GetOrAdd(contract, type => new Lazy<FakeModel?>(() => FakeReader.Read(type, compilation, CancellationToken.None)))
            .Value;
    }

    private static GenericNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: GenericNameSyntax name } => name,
        GenericNameSyntax name => name,
        _ => null,
    };

    // Types are bound rather than the call: that needs no overload resolution.
    private static bool IsFakeClass(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        INamedTypeSymbol? type = call.Expression is MemberAccessExpressionSyntax access
            ? model.GetSymbolInfo(access.Expression, cancellationToken).Symbol as INamedTypeSymbol
            : model.GetSymbolInfo(call, cancellationToken).Symbol?.ContainingType;
        return type.IsNamed(FakeContracts.Namespace, FakeContracts.FakeClass);
    }
}
