using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Finds out where the client of a call comes from, within its type.</summary>
internal sealed class ClientOrigins(SemanticModel model, CancellationToken cancellationToken)
{
    private const int DeepestLookup = 6;

    /// <summary>The origin of the client that an expression gives.</summary>
    public ClientOrigin Find(ExpressionSyntax client) => Find(client, DeepestLookup);

    private ClientOrigin Find(ExpressionSyntax client, int depth)
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
            case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression):
                return ClientOrigin.Combine(Find(binary.Left, depth - 1), Find(binary.Right, depth - 1));
            case ConditionalExpressionSyntax conditional:
                return ClientOrigin.Combine(Find(conditional.WhenTrue, depth - 1), Find(conditional.WhenFalse, depth - 1));
            case BaseObjectCreationExpressionSyntax creation:
                return OfCreation(creation, depth - 1);
            case InvocationExpressionSyntax call when RetryShapes.NameOf(call) is "CreateClient":
                return OfFactory(call);
            case SimpleNameSyntax or MemberAccessExpressionSyntax:
                return OfSymbol(model.GetSymbolInfo(client, cancellationToken).Symbol, depth - 1);
            default:
                return default;
        }
    }

    private ClientOrigin OfCreation(BaseObjectCreationExpressionSyntax creation, int depth)
    {
        bool isHttpClient = model.GetTypeInfo(creation, cancellationToken).Type is { Name: "HttpClient" } type && type.ToDisplayString() == "System.Net.Http.HttpClient";
        if (!isHttpClient)
        {
            return default;
        }

        ArgumentSyntax? handler = creation.ArgumentList?.Arguments.FirstOrDefault();
        return handler is null || IsPlainHandler(handler.Expression, depth) ? new ClientOrigin(ClientOriginKind.Plain) : default;
    }

    // The two handlers of the framework that send and nothing else. A handler known only by its base class may be anything.
    private bool IsPlainHandler(ExpressionSyntax handler, int depth)
        => depth > 0 && model.GetTypeInfo(handler, cancellationToken).Type is { Name: "HttpClientHandler" or "SocketsHttpHandler" } type
            && type.ContainingNamespace.ToDisplayString() == "System.Net.Http";

    private ClientOrigin OfFactory(InvocationExpressionSyntax call)
    {
        ExpressionSyntax? name = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        string? text = name is null ? null : model.GetConstantValue(name, cancellationToken).Value as string;
        return new ClientOrigin(ClientOriginKind.Given, text);
    }

    private ClientOrigin OfSymbol(ISymbol? symbol, int depth) => symbol switch
    {
        IParameterSymbol => new ClientOrigin(ClientOriginKind.Given),
        ILocalSymbol or IFieldSymbol or IPropertySymbol => OfValues(symbol, depth),
        _ => default,
    };

    // Everything the variable is ever set to, in every part of its type. Of other files only the spelling is known.
    private ClientOrigin OfValues(ISymbol symbol, int depth)
    {
        ClientOrigin? origin = null;
        foreach (SyntaxNode scope in Scopes(symbol))
        {
            IEnumerable<ClientOrigin> origins = scope.SyntaxTree == model.SyntaxTree
                ? ValuesOf(symbol, scope).Select(value => Find(value, depth))
                : SpelledOrigins.Of(symbol, scope);
            foreach (ClientOrigin next in origins)
            {
                origin = origin is { } known ? ClientOrigin.Combine(known, next) : next;
            }
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
            if (value is not null)
            {
                yield return value;
            }
        }
    }

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
