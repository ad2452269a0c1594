using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Finds out where the client of a call comes from, within its type.</summary>
internal sealed class ClientOrigins(SemanticModel model, CancellationToken cancellationToken)
{
    private const int DeepestLookup = 12;

    /// <summary>The model of the file that is looked at.</summary>
    public SemanticModel Model => model;

    /// <summary>The origin of the client that an expression gives.</summary>
    public ClientOrigin Find(ExpressionSyntax client) => Find(client, DeepestLookup);

    /// <summary>The same, followed no deeper than said.</summary>
    public ClientOrigin Find(ExpressionSyntax client, int depth)
    {
        if (depth == 0)
        {
            return default;
        }

        switch (client)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                return Find(parenthesized.Expression, depth - 1);
            case PostfixUnaryExpressionSyntax suppressed:
                return Find(suppressed.Operand, depth - 1);
            case CastExpressionSyntax cast:
                return Find(cast.Expression, depth - 1);
            case BinaryExpressionSyntax { Right: ThrowExpressionSyntax } binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                return Find(binary.Left, depth - 1);
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                return ClientOrigin.Either(Find(binary.Left, depth - 1), Find(binary.Right, depth - 1));
            case AssignmentExpressionSyntax assignment when assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression):
                return Find(assignment.Left, depth - 1);
            case ConditionalExpressionSyntax conditional:
                return ClientOrigin.Either(Find(conditional.WhenTrue, depth - 1), Find(conditional.WhenFalse, depth - 1));
            case BaseObjectCreationExpressionSyntax creation:
                return OfCreation(creation, depth - 1);
            case InvocationExpressionSyntax call:
                return OfCall(call, depth - 1);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: { } lazy } when model.GetTypeInfo(lazy, cancellationToken).Type is { Name: "Lazy" }:
                return OfLazy(lazy, depth - 1);
            case SimpleNameSyntax or MemberAccessExpressionSyntax:
                return OfSymbol(client, model.GetSymbolInfo(client, cancellationToken).Symbol, depth - 1);
            default:
                return default;
        }
    }

    /// <summary>Everything a variable of the file is ever set to; null and default are no values.</summary>
    public IEnumerable<ExpressionSyntax> ValuesOf(ISymbol symbol)
        => Scopes(symbol).Where(scope => scope.SyntaxTree == model.SyntaxTree).SelectMany(scope => ValuesOf(symbol, scope));

    private ClientOrigin OfCreation(BaseObjectCreationExpressionSyntax creation, int depth)
    {
        if (model.GetTypeInfo(creation, cancellationToken).Type is not { } type)
        {
            return default;
        }

        if (type.Name is ("HttpClient" or "HttpMessageInvoker") && type.ContainingNamespace?.ToDisplayString() == "System.Net.Http")
        {
            ArgumentSyntax? handler = creation.ArgumentList?.Arguments.FirstOrDefault();
            return handler is null || IsPlainHandler(handler.Expression, depth) ? new ClientOrigin(ClientOriginKind.Plain) : default;
        }

        return ModelSenders.Of(type) is { } sender ? new LibraryClients(this, cancellationToken).OfCreation(creation, sender, depth) : default;
    }

    // The two handlers of the framework that send and nothing else, or one of the project that passes requests on, around such. One known only by its base class may be anything.
    private bool IsPlainHandler(ExpressionSyntax handler, int depth)
    {
        if (depth == 0 || model.GetTypeInfo(handler, cancellationToken).Type is not { } type)
        {
            return false;
        }

        if (type.Name is "HttpClientHandler" or "SocketsHttpHandler")
        {
            return type.ContainingNamespace.ToDisplayString() == "System.Net.Http";
        }

        return type.BaseType?.Name == "DelegatingHandler" && handler is BaseObjectCreationExpressionSyntax creation && type.DeclaringSyntaxReferences.Length > 0
            && type.DeclaringSyntaxReferences.All(part => part.GetSyntax(cancellationToken) is TypeDeclarationSyntax own && OwnHandlers.PassOn(own))
            && HandlersIn(creation).All(inner => IsPlainHandler(inner, depth - 1));
    }

    private static IEnumerable<ExpressionSyntax> HandlersIn(BaseObjectCreationExpressionSyntax creation)
        => (creation.ArgumentList?.Arguments.Select(static argument => argument.Expression) ?? [])
            .Concat(creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Where(static set => set.Left is IdentifierNameSyntax { Identifier.ValueText: "InnerHandler" }).Select(static set => set.Right) ?? [])
            .Where(static value => value is not LiteralExpressionSyntax);

    private ClientOrigin OfCall(InvocationExpressionSyntax call, int depth)
    {
        if (RetryShapes.NameOf(call) is "CreateClient")
        {
            ExpressionSyntax? name = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
            return new ClientOrigin(ClientOriginKind.Given, name is null ? null : model.GetConstantValue(name, cancellationToken).Value as string);
        }

        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return default;
        }

        if (method.DeclaringSyntaxReferences.Length == 0)
        {
            return new LibraryClients(this, cancellationToken).OfCall(call, method, depth);
        }

        // "GetClient()", a method of the same file that makes or keeps the client.
        return method.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is { } declaration && declaration.SyntaxTree == model.SyntaxTree
            ? Either(ReturnsOf(declaration).Select(value => Find(value, depth)))
            : default;
    }

    // "new Lazy<HttpClient>(() => new HttpClient())": what the delegate gives.
    private ClientOrigin OfLazy(ExpressionSyntax lazy, int depth)
        => model.GetSymbolInfo(lazy, cancellationToken).Symbol is (ILocalSymbol or IFieldSymbol or IPropertySymbol) and { } symbol
            ? Either(ValuesOf(symbol).Select(value => value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax made }, ..] }
                ? Either((made.ExpressionBody is { } body ? [body] : ReturnsOf(made.Body)).Select(client => Find(client, depth)))
                : default))
            : default;

    private static IEnumerable<ExpressionSyntax> ReturnsOf(SyntaxNode method)
    {
        foreach (SyntaxNode node in method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)))
        {
            if (node is ReturnStatementSyntax { Expression: { } value })
            {
                yield return value;
            }
            else if (node is ArrowExpressionClauseSyntax arrow && arrow.Parent == method)
            {
                yield return arrow.Expression;
            }
        }
    }

    private ClientOrigin OfSymbol(ExpressionSyntax client, ISymbol? symbol, int depth) => symbol switch
    {
        IParameterSymbol => new ClientOrigin(ClientOriginKind.Given),
        // "client.Models": a part of a library's client.
        IPropertySymbol { DeclaringSyntaxReferences.Length: 0 } => client is MemberAccessExpressionSyntax part && ModelSenders.Of(symbol.ContainingType) is not null ? Find(part.Expression, depth) : default,
        ILocalSymbol or IFieldSymbol or IPropertySymbol => OfValues(symbol, depth),
        _ => default,
    };

    // Everything the variable is ever set to, in every part of its type. Of other files only the spelling is known.
    private ClientOrigin OfValues(ISymbol symbol, int depth)
        => Either(Scopes(symbol).SelectMany(scope => scope.SyntaxTree == model.SyntaxTree
            ? ValuesOf(symbol, scope).Select(value => Find(value, depth))
            : SpelledOrigins.Of(symbol, scope)));

    private static ClientOrigin Either(IEnumerable<ClientOrigin> origins)
    {
        ClientOrigin? origin = null;
        foreach (ClientOrigin next in origins)
        {
            origin = origin is { } known ? ClientOrigin.Either(known, next) : next;
        }

        return origin ?? default;
    }

    private IEnumerable<SyntaxNode> Scopes(ISymbol symbol)
    {
        if (symbol is not ILocalSymbol)
        {
            return symbol.ContainingType.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken));
        }

        SyntaxNode? node = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return node is null
            ? []
            : [node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot(cancellationToken)];
    }

    private IEnumerable<ExpressionSyntax> ValuesOf(ISymbol symbol, SyntaxNode scope)
    {
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            ExpressionSyntax? value = node switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer } variable when variable.Identifier.ValueText == symbol.Name && Declares(variable, symbol) => initializer.Value,
                PropertyDeclarationSyntax property when property.Identifier.ValueText == symbol.Name && Declares(property, symbol)
                    => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                AssignmentExpressionSyntax assignment when Refers(assignment.Left, symbol) => assignment.Right,
                _ => null,
            };
            if (value is not null && !IsNothing(value))
            {
                yield return value;
            }
        }
    }

    /// <summary>True for <c>null</c>, <c>null!</c> and <c>default</c>.</summary>
    public static bool IsNothing(ExpressionSyntax value)
        => value is PostfixUnaryExpressionSyntax suppressed ? IsNothing(suppressed.Operand) : value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;

    private bool Declares(SyntaxNode declaration, ISymbol symbol)
        => SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(declaration, cancellationToken), symbol);

    private bool Refers(ExpressionSyntax target, ISymbol symbol)
    {
        SimpleNameSyntax? name = target switch
        {
            SimpleNameSyntax simple => simple,
            MemberAccessExpressionSyntax member => member.Name,
            _ => null,
        };
        return name?.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(target, cancellationToken).Symbol, symbol);
    }
}
