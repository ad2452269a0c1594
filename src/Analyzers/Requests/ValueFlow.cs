using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Requests;

/// <summary>
/// Follows a value back to where it is made, inside one file: through conversions, <c>await</c>, variables that are set once, fields that never change, and methods of one
/// expression. Where there are two ways a value could come, it stops.
/// </summary>
/// <param name="model">The file's model.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class ValueFlow(SemanticModel model, CancellationToken cancellationToken)
{
    private const int Deepest = 12;

    /// <summary>The operation that makes a value, as far back as it can be followed.</summary>
    public IOperation Trace(IOperation value)
    {
        IOperation current = Unwrap(value);
        for (int depth = 0; depth < Deepest && Step(current) is { } previous; depth++)
        {
            current = Unwrap(previous);
        }

        return current;
    }

    /// <summary>One step back from a variable, field or call; null where it ends.</summary>
    public IOperation? Step(IOperation value) => value switch
    {
        ILocalReferenceOperation { Local: { } local, IsDeclaration: false } => ValueOf(local),
        IFieldReferenceOperation { Field: { IsReadOnly: true } or { IsConst: true } } field => ValueOf(field.Field),
        IPropertyReferenceOperation { Property.SetMethod: null } property => ValueOf(property.Property),
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: 1, IsVirtual: false, IsAbstract: false } method } => ResultOf(method),
        _ => null,
    };

    /// <summary>What is done where an expression stands; null for what is no code of this file.</summary>
    public IOperation? OperationOf(ExpressionSyntax expression) => expression.SyntaxTree == model.SyntaxTree ? model.GetOperation(expression, cancellationToken) : null;

    /// <summary>The expression that makes the text that a name stands for; null when it is none, or not known.</summary>
    public ExpressionSyntax? TextOf(ExpressionSyntax name)
        => OperationOf(name) is { Type.SpecialType: SpecialType.System_String } operation && Step(operation) is { Syntax: LiteralExpressionSyntax or InterpolatedStringExpressionSyntax or BinaryExpressionSyntax } made
            ? (ExpressionSyntax)made.Syntax
            : null;

    /// <summary>A value without what wraps it and does not change it.</summary>
    public static IOperation Unwrap(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    value = awaited.Operation;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    value = task;
                    break;
                default:
                    return value;
            }
        }
    }

    /// <summary>What an object's initializer holds.</summary>
    public static IReadOnlyList<IOperation> InitializersOf(IObjectCreationOperation creation)
        => creation.Initializer is { } initializer ? initializer.Initializers : Array.Empty<IOperation>();

    /// <summary>Every operation of this file that is assigned to a local variable or parameter, the initializer included.</summary>
    public IEnumerable<ExpressionSyntax> AssignmentsTo(ISymbol variable, SyntaxNode scope)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && IsName(assignment.Left, variable))
            {
                yield return assignment.Right;
            }
            else if (node is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument && IsName(argument.Expression, variable))
            {
                yield return argument.Expression;
            }
        }
    }

    /// <summary>The member, local function or file of top-level statements that a node stands in.</summary>
    public static SyntaxNode ScopeOf(SyntaxNode node)
    {
        SyntaxNode last = node;
        for (SyntaxNode? ancestor = node; ancestor is not null; ancestor = ancestor.Parent)
        {
            if (ancestor is BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or BaseFieldDeclarationSyntax)
            {
                return ancestor;
            }

            last = ancestor;
        }

        return last;
    }

    private bool IsName(ExpressionSyntax expression, ISymbol symbol)
    {
        SimpleNameSyntax? name = expression switch
        {
            IdentifierNameSyntax identifier => identifier,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: { } member } => member,
            _ => null,
        };
        return name?.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, symbol);
    }

    private IOperation? ValueOf(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [{ } reference] || reference.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        SyntaxNode declaration = reference.GetSyntax(cancellationToken);
        ExpressionSyntax? initializer = declaration switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } => value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
            _ => null,
        };
        SyntaxNode scope = symbol is ILocalSymbol ? ScopeOf(declaration) : declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? declaration;
        List<ExpressionSyntax> values = [.. AssignmentsTo(symbol, scope)];
        ExpressionSyntax? only = (initializer, values.Count) switch
        {
            ({ } first, 0) => first,
            (null, 1) => values[0],
            _ => null,
        };
        return only is null ? null : model.GetOperation(only, cancellationToken);
    }

    private IOperation? ResultOf(IMethodSymbol method)
    {
        SyntaxReference reference = method.DeclaringSyntaxReferences[0];
        if (reference.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        SyntaxNode declaration = reference.GetSyntax(cancellationToken);
        ExpressionSyntax? result = declaration switch
        {
            MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value } => value,
            MethodDeclarationSyntax { Body: { } body } => OnlyReturn(body),
            LocalFunctionStatementSyntax { Body: { } body } => OnlyReturn(body),
            _ => null,
        };
        return result is null ? null : model.GetOperation(result, cancellationToken);
    }

    private static ExpressionSyntax? OnlyReturn(BlockSyntax body)
    {
        List<ReturnStatementSyntax> returns = [.. body.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).OfType<ReturnStatementSyntax>()];
        return returns.Count == 1 ? returns[0].Expression : null;
    }
}
