using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Answers;

/// <summary>What a name stands for, or a method gives, as far as one file tells: initial values, assignments, results, and what callers hand over.</summary>
internal sealed class SourceValues(SemanticModel model, CancellationToken cancellationToken)
{
    /// <summary>The expression behind a name or a call; null where the file does not tell.</summary>
    public ExpressionSyntax? Find(ExpressionSyntax expression)
    {
        ISymbol? symbol = model.GetSymbolInfo(expression, cancellationToken).Symbol;
        return Declaration(symbol) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value ?? AssignedTo(variable),
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression ?? property.Initializer?.Value,
            SingleVariableDesignationSyntax designation => Designated(designation),
            ForEachStatementSyntax loop => loop.Expression,
            ParameterSyntax parameter => ArgumentsFor(parameter, symbol!).FirstOrDefault(),
            MethodDeclarationSyntax method => Returned(method.ExpressionBody, method.Body),
            LocalFunctionStatementSyntax method => Returned(method.ExpressionBody, method.Body),
            _ => null,
        };
    }

    /// <summary>What the file hands over for a parameter; for that of a lambda, what the lambda is run on.</summary>
    public IEnumerable<ExpressionSyntax> ArgumentsFor(ParameterSyntax parameter, ISymbol symbol)
    {
        if (parameter.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is { } lambda)
        {
            // "candidates.Select(c => …)": each of them.
            if (lambda.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } })
            {
                yield return method.Expression;
            }

            yield break;
        }

        int ordinal = (symbol as IParameterSymbol)?.Ordinal ?? -1;
        foreach (InvocationExpressionSyntax call in AnswerChecks.CallsOf(symbol.ContainingSymbol, model.SyntaxTree.GetRoot(cancellationToken)))
        {
            SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
            ArgumentSyntax? argument = arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == symbol.Name) ?? (ordinal >= 0 && ordinal < arguments.Count ? arguments[ordinal] : null);
            if (argument is not null && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(call, cancellationToken).Symbol?.OriginalDefinition, symbol.ContainingSymbol))
            {
                yield return argument.Expression;
            }
        }
    }

    /// <summary>Where something is declared, when it is in this file.</summary>
    public SyntaxNode? Declaration(ISymbol? symbol)
        => symbol?.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.SyntaxTree == model.SyntaxTree ? reference.GetSyntax(cancellationToken) : null;

    private static ExpressionSyntax? AssignedTo(VariableDeclaratorSyntax variable)
    {
        SyntaxNode? scope = variable.Parent?.Parent is FieldDeclarationSyntax field ? field.Parent : AnswerChecks.MemberOf(variable);
        return scope?.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Identifier.ValueText)?.Right;
    }

    // "x.TryGetProperty("parts", out var parts)" and "x.Parts is { } parts".
    private static ExpressionSyntax? Designated(SingleVariableDesignationSyntax designation)
        => designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } }
            ? call
            : designation.FirstAncestorOrSelf<IsPatternExpressionSyntax>()?.Expression;

    private static ExpressionSyntax? Returned(ArrowExpressionClauseSyntax? arrow, BlockSyntax? body)
        => arrow?.Expression ?? body?.DescendantNodes().OfType<ReturnStatementSyntax>().LastOrDefault(static statement => statement.Expression is not null)?.Expression;
}
