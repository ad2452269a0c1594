using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Where the HTTP client of a call is made, when its own type makes it.</summary>
/// <param name="Node">The creation.</param>
/// <param name="Holder">The field or property of the object that keeps the client; null when it is made for the call.</param>
internal sealed record ClientCreation(BaseObjectCreationExpressionSyntax Node, ISymbol? Holder)
{
    /// <summary>Finds it; null when the client comes from elsewhere, is shared, or is made in more ways than one.</summary>
    public static ClientCreation? Find(ModelCall call, CancellationToken cancellationToken)
    {
        SemanticModel model = call.Model;
        ExpressionSyntax? client = call.Send?.Client;
        while (client is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            client = client is ParenthesizedExpressionSyntax inner ? inner.Expression : ((PostfixUnaryExpressionSyntax)client).Operand;
        }

        if (client is BaseObjectCreationExpressionSyntax here)
        {
            return OfClient(here, null, model, cancellationToken);
        }

        ISymbol? symbol = client is null ? null : model.GetSymbolInfo(client, cancellationToken).Symbol;
        return symbol switch
        {
            ILocalSymbol local => OfLocal(local, model, cancellationToken),
            IMethodSymbol method => OfMember(method, model, cancellationToken),
            IPropertySymbol { SetMethod: null } property when OfMember(property, model, cancellationToken) is { } made => made,
            IFieldSymbol { IsStatic: false } or IPropertySymbol { IsStatic: false } => OfHolder(symbol, call.TypeParts, model, cancellationToken),
            _ => null,
        };
    }

    private static ClientCreation? OfLocal(ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value } variable
            || MayEscape(variable))
        {
            return null;
        }

        return value switch
        {
            BaseObjectCreationExpressionSyntax creation => OfClient(creation, null, model, cancellationToken),
            InvocationExpressionSyntax made when model.GetSymbolInfo(made, cancellationToken).Symbol is IMethodSymbol method => OfMember(method, model, cancellationToken),
            _ => null,
        };
    }

    // A client that is kept, given back or handed on may be used again.
    private static bool MayEscape(VariableDeclaratorSyntax variable)
    {
        SyntaxNode? scope = variable.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? variable.SyntaxTree.GetRoot();
        foreach (IdentifierNameSyntax use in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (use.Identifier.ValueText == variable.Identifier.ValueText
                && use.Parent is not MemberAccessExpressionSyntax and not ConditionalAccessExpressionSyntax
                && !(use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "HttpClientJsonExtensions" } } } }))
            {
                return true;
            }
        }

        return false;
    }

    // "HttpClient Client => new();" and "HttpClient Create() { … return new HttpClient(); }" make one each time.
    private static ClientCreation? OfMember(ISymbol member, SemanticModel model, CancellationToken cancellationToken)
    {
        SyntaxNode? declaration = member.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        if (declaration is null || declaration.SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        ExpressionSyntax? arrow = declaration switch
        {
            MethodDeclarationSyntax method => method.ExpressionBody?.Expression,
            LocalFunctionStatementSyntax method => method.ExpressionBody?.Expression,
            PropertyDeclarationSyntax property => property.ExpressionBody?.Expression,
            _ => null,
        };
        List<ReturnStatementSyntax> returns = declaration is PropertyDeclarationSyntax ? [] : declaration.DescendantNodes().OfType<ReturnStatementSyntax>().ToList();
        ExpressionSyntax? given = arrow ?? (returns.Count == 1 ? returns[0].Expression : null);
        if (given is IdentifierNameSyntax name && model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local)
        {
            given = (local.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) as VariableDeclaratorSyntax)?.Initializer?.Value;
        }

        return given is BaseObjectCreationExpressionSyntax creation ? OfClient(creation, null, model, cancellationToken) : null;
    }

    // Every value the member is ever given must be a new client, and be given in this file.
    private static ClientCreation? OfHolder(ISymbol holder, IReadOnlyList<SyntaxNode> parts, SemanticModel model, CancellationToken cancellationToken)
    {
        if (parts.Count != 1 || parts[0].SyntaxTree != model.SyntaxTree)
        {
            return null;
        }

        ClientCreation? found = null;
        foreach (ExpressionSyntax value in ValuesOf(holder.Name, parts[0]))
        {
            ClientCreation? creation = value is BaseObjectCreationExpressionSyntax made ? OfClient(made, holder, model, cancellationToken) : null;
            if (creation is null || found is not null)
            {
                return null;
            }

            found = creation;
        }

        return found;
    }

    private static IEnumerable<ExpressionSyntax> ValuesOf(string name, SyntaxNode type)
    {
        foreach (SyntaxNode node in type.DescendantNodes())
        {
            ExpressionSyntax? value = node switch
            {
                VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field when field.Identifier.ValueText == name => field.Initializer?.Value,
                PropertyDeclarationSyntax property when property.Identifier.ValueText == name => property.Initializer?.Value,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment when target.Identifier.ValueText == name => assignment.Right,
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } target } assignment when target.Name.Identifier.ValueText == name => assignment.Right,
                _ => null,
            };
            if (value is not null)
            {
                yield return value;
            }
        }
    }

    // A handler that is made elsewhere, or whose pool is set up, is shared or meant to live long.
    private static ClientCreation? OfClient(BaseObjectCreationExpressionSyntax creation, ISymbol? holder, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax? handler = creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        bool isOwn = handler is null || (OpensConnections(handler, model, cancellationToken) && !handler.ToString().Contains("PooledConnection") && creation.ArgumentList!.Arguments.Count == 1);
        return isOwn && model.GetTypeInfo(creation, cancellationToken).Type is { Name: "HttpClient" } type && type.ContainingNamespace?.ToDisplayString() == "System.Net.Http"
            ? new ClientCreation(creation, holder)
            : null;
    }

    // A new handler of the framework, whatever is put around it. One of the project's or of a library's own may answer by itself, as stand-ins do.
    private static bool OpensConnections(ExpressionSyntax handler, SemanticModel model, CancellationToken cancellationToken)
        => handler is BaseObjectCreationExpressionSyntax && handler.DescendantNodesAndSelf().OfType<BaseObjectCreationExpressionSyntax>().Any(made
            => model.GetTypeInfo(made, cancellationToken).Type is { } type && BasesOf(type).Any(static part => part.Name is "HttpClientHandler" or "SocketsHttpHandler" && part.ContainingNamespace?.ToDisplayString() == "System.Net.Http"));

    private static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (ITypeSymbol? part = type; part is not null; part = part.BaseType)
        {
            yield return part;
        }
    }
}
