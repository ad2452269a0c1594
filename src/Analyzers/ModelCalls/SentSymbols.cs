using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The variables, fields and properties that what a call sends is made from, followed through variables and methods of the same type.</summary>
/// <param name="call">The call.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class SentSymbols(ModelCall call, CancellationToken cancellationToken)
{
    private const int Most = 500;

    private readonly Queue<SyntaxNode> _pending = new();
    private readonly HashSet<SyntaxNode> _seen = [];

    /// <summary>Finds them, each with a place that names it; one may come more than once.</summary>
    public IEnumerable<(ISymbol Symbol, IdentifierNameSyntax Name)> All()
    {
        SyntaxNode scope = ValueFlow.ScopeOf(call.Syntax);
        foreach (ArgumentSyntax argument in call.Syntax.ArgumentList.Arguments)
        {
            Follow(argument.Expression);
        }

        for (int visited = 0; _pending.Count > 0 && visited < Most; visited++)
        {
            foreach (IdentifierNameSyntax name in _pending.Dequeue().DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                cancellationToken.ThrowIfCancellationRequested();
                ISymbol? symbol = call.Model.GetSymbolInfo(name, cancellationToken).Symbol;
                switch (symbol)
                {
                    case ILocalSymbol local:
                        yield return (local, name);
                        FollowValues(local, scope);
                        break;
                    case IFieldSymbol { IsConst: false } or IPropertySymbol or IParameterSymbol:
                        yield return (symbol, name);
                        break;
                    case IMethodSymbol { DeclaringSyntaxReferences: [{ } reference] } method when reference.SyntaxTree == call.Model.SyntaxTree
                        && SymbolEqualityComparer.Default.Equals(method.ContainingType, call.ContainingSymbol.ContainingType):
                        Follow(reference.GetSyntax(cancellationToken));
                        break;
                }
            }
        }
    }

    private void FollowValues(ILocalSymbol local, SyntaxNode scope)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer.Value: { } value } variable when variable.Identifier.ValueText == local.Name:
                    Follow(value);
                    break;
                // request.Content = …, and text = …
                case AssignmentExpressionSyntax assignment when RootName(assignment.Left) == local.Name:
                    Follow(assignment.Right);
                    break;
            }
        }
    }

    private void Follow(SyntaxNode node)
    {
        if (_seen.Add(node))
        {
            _pending.Enqueue(node);
        }
    }

    private static string? RootName(ExpressionSyntax target)
    {
        while (target is MemberAccessExpressionSyntax member)
        {
            target = member.Expression;
        }

        return (target as IdentifierNameSyntax)?.Identifier.ValueText;
    }
}
