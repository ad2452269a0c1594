using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Who calls whom in the project, by symbol: names find the places, symbols decide. Asked only for calls that nothing near them repeats.</summary>
internal sealed class CallGraph(Compilation compilation, Wrappers wrappers)
{
    // How many members up the chain of callers are followed; beyond, everything counts as repeated.
    private const int MostCallers = 200;

    /// <summary>True when a member, or one that calls it, however far up, is called where it is repeated.</summary>
    public bool IsRepeated(ISymbol member, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member.OriginalDefinition };
        var pending = new Queue<ISymbol>(seen);
        while (pending.Count > 0)
        {
            ISymbol callee = pending.Dequeue();
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                foreach (SyntaxNode use in TreeFacts.Of(tree, cancellationToken).UsesOf(callee.Name))
                {
                    if (IsUseOf(callee, use, out ISymbol? caller, cancellationToken))
                    {
                        if (IsRepeatedAt(use, cancellationToken) || seen.Count > MostCallers)
                        {
                            return true;
                        }

                        if (caller is not null && seen.Add(caller))
                        {
                            pending.Enqueue(caller);
                        }
                    }
                }
            }
        }

        return false;
    }

    private bool IsRepeatedAt(SyntaxNode use, CancellationToken cancellationToken)
        => wrappers.AreAround(use, cancellationToken) || (use is InvocationExpressionSyntax call && Resends.AreBeside(call));

    private bool IsUseOf(ISymbol callee, SyntaxNode use, out ISymbol? caller, CancellationToken cancellationToken)
    {
        // The callers stand in any file of the project, and a rule is given the model of one.
#pragma warning disable RS1030
        SemanticModel model = compilation.GetSemanticModel(use.SyntaxTree);
#pragma warning restore RS1030
        SyntaxNode? member = RetryShapes.EnclosingMember(use);
        caller = member is null ? null : model.GetDeclaredSymbol(member, cancellationToken)?.OriginalDefinition;

        SyntaxNode named = use is ArgumentSyntax argument ? argument.Expression : use;
        SymbolInfo info = model.GetSymbolInfo(named, cancellationToken);
        // A call that does not bind, or binds when it runs, may be any of the name.
        return info.Symbol is { } symbol ? IsSame(symbol, callee) : use is InvocationExpressionSyntax || info.CandidateSymbols.Any(candidate => IsSame(candidate, callee));
    }

    // The member itself, what it overrides or implements, and what overrides or implements it.
    private static bool IsSame(ISymbol used, ISymbol member)
    {
        ISymbol symbol = ((used as IMethodSymbol)?.ReducedFrom ?? used).OriginalDefinition;
        return AreOne(symbol, member) || Overrides(symbol, member) || Overrides(member, symbol) || Implements(symbol, member) || Implements(member, symbol)
            // A property that holds a delegate is called by its name.
            || (member is IPropertySymbol && symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke });
    }

    private static bool Overrides(ISymbol symbol, ISymbol member)
    {
        for (IMethodSymbol? method = (symbol as IMethodSymbol)?.OverriddenMethod; method is not null; method = method.OverriddenMethod)
        {
            if (AreOne(method.OriginalDefinition, member))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Implements(ISymbol symbol, ISymbol member)
    {
        if (member.ContainingType is not { TypeKind: TypeKind.Interface } type || symbol.ContainingType is not { } owner)
        {
            return false;
        }

        foreach (INamedTypeSymbol implemented in owner.AllInterfaces)
        {
            if (AreOne(implemented.OriginalDefinition, type))
            {
                foreach (ISymbol declared in implemented.GetMembers(member.Name))
                {
                    if (AreOne(declared.OriginalDefinition, member) && owner.FindImplementationForInterfaceMember(declared) is { } implementation
                        && AreOne(implementation.OriginalDefinition, symbol))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool AreOne(ISymbol left, ISymbol right) => SymbolEqualityComparer.Default.Equals(left, right);
}
