using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>Finds where the client of a call is made.</summary>
internal static class MadeClient
{
    /// <summary>The creation behind what a call is made on: in the call itself, or the one value of a variable, field or property of the same file. Null where it is elsewhere, or not the only one.</summary>
    public static BaseObjectCreationExpressionSyntax? Of(ExpressionSyntax called, SemanticModel model, CancellationToken cancellationToken)
    {
        for (ExpressionSyntax? node = called; node is not null; node = Left(node))
        {
            if (node is BaseObjectCreationExpressionSyntax creation)
            {
                return creation;
            }

            if (model.GetSymbolInfo(node, cancellationToken).Symbol is { } symbol && IsOwn(symbol) && ValueOf(symbol, node.SyntaxTree, model, cancellationToken) is { } value)
            {
                return value as BaseObjectCreationExpressionSyntax;
            }
        }

        return null;
    }

    // What only this file can set.
    private static bool IsOwn(ISymbol symbol)
        => symbol is ILocalSymbol or IFieldSymbol { DeclaredAccessibility: Accessibility.Private } or IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private }, ContainingType.Locations: [{ IsInSource: true }, ..] };

    // "_client" of "_client.Models.GenerateContentAsync"
    private static ExpressionSyntax? Left(ExpressionSyntax node) => node switch
    {
        MemberAccessExpressionSyntax member => member.Expression,
        InvocationExpressionSyntax call => call.Expression,
        ParenthesizedExpressionSyntax inner => inner.Expression,
        _ => null,
    };

    private static ExpressionSyntax? ValueOf(ISymbol symbol, SyntaxTree tree, SemanticModel model, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is not [{ } reference] || reference.SyntaxTree != tree)
        {
            return null;
        }

        var values = new List<ExpressionSyntax>();
        ExpressionSyntax? initial = reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value,
            _ => null,
        };
        if (initial is not null)
        {
            values.Add(initial);
        }

        values.AddRange(tree.GetRoot(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellationToken).Symbol, symbol))
            .Select(static assignment => assignment.Right));
        return values is [{ } only] ? only : null;
    }
}
