using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Where a client comes from as far as spelling tells, for the parts of a type that stand in other files. What is not plain to see is unknown.</summary>
internal static class SpelledOrigins
{
    /// <summary>The origins of all values that a part of the type gives a field or property.</summary>
    public static IEnumerable<ClientOrigin> Of(ISymbol member, SyntaxNode part)
    {
        foreach (SyntaxNode node in part.DescendantNodes(node => node == part || node is not TypeDeclarationSyntax))
        {
            ExpressionSyntax? value = node switch
            {
                VariableDeclaratorSyntax { Initializer: { } initializer, Parent.Parent: FieldDeclarationSyntax } field when field.Identifier.ValueText == member.Name => initializer.Value,
                PropertyDeclarationSyntax property when property.Identifier.ValueText == member.Name => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
                AssignmentExpressionSyntax assignment when LastName(assignment.Left) == member.Name => assignment.Right,
                _ => null,
            };
            if (value is not null)
            {
                yield return Of(value);
            }
        }
    }

    private static ClientOrigin Of(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
        BinaryExpressionSyntax { Right: ThrowExpressionSyntax } checkedForNull when checkedForNull.IsKind(SyntaxKind.CoalesceExpression) => Of(checkedForNull.Left),
        BaseObjectCreationExpressionSyntax creation when IsPlainClient(creation) => new ClientOrigin(ClientOriginKind.Plain),
        InvocationExpressionSyntax call when RetryShapes.NameOf(call) is "CreateClient" => new ClientOrigin(ClientOriginKind.Given, Literal(call)),
        IdentifierNameSyntax name when IsParameter(name) => new ClientOrigin(ClientOriginKind.Given),
        _ => default,
    };

    // Without a type's name it is the member's own, and the rule asks only about clients.
    private static bool IsPlainClient(BaseObjectCreationExpressionSyntax creation)
    {
        ExpressionSyntax? handler = creation.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        return (creation is ImplicitObjectCreationExpressionSyntax || TypeName(creation) == "HttpClient")
            && (handler is null || TypeName(handler) is "SocketsHttpHandler" or "HttpClientHandler");
    }

    private static string? TypeName(ExpressionSyntax creation) => (creation as ObjectCreationExpressionSyntax)?.Type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };

    private static string? Literal(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax { Token.Value: string text } ? text : null;

    private static bool IsParameter(IdentifierNameSyntax name)
    {
        foreach (SyntaxNode ancestor in name.Ancestors())
        {
            ParameterListSyntax? parameters = ancestor switch
            {
                BaseMethodDeclarationSyntax method => method.ParameterList,
                TypeDeclarationSyntax type => type.ParameterList,
                _ => null,
            };
            if (parameters?.Parameters.Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static string? LastName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };
}
