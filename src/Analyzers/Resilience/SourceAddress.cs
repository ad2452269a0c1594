using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// Reads how an address begins from the expression that makes it. Names are looked up by spelling in the file, and, where there is a model, among all constants.
/// </summary>
internal sealed class SourceAddress
{
    private const int DeepestLookup = 8;

    private readonly SemanticModel? _model;
    private readonly CancellationToken _cancellationToken;

    private SourceAddress(SemanticModel? model, CancellationToken cancellationToken)
    {
        _model = model;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The known beginning of the address; null when nothing is known. A relative address has no host.</summary>
    public static string? Read(ExpressionSyntax expression, SemanticModel? model, CancellationToken cancellationToken)
        => new SourceAddress(model, cancellationToken).Read(expression, DeepestLookup);

    private string? Read(ExpressionSyntax? expression, int depth) => depth == 0 ? null : expression switch
    {
        LiteralExpressionSyntax literal => literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : null,
        ParenthesizedExpressionSyntax parenthesized => Read(parenthesized.Expression, depth - 1),
        PostfixUnaryExpressionSyntax suppressed => Read(suppressed.Operand, depth - 1),
        CastExpressionSyntax cast => Read(cast.Expression, depth - 1),
        BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.AddExpression) => ReadSum(binary, depth - 1),
        InterpolatedStringExpressionSyntax interpolated => ReadInterpolated(interpolated, depth - 1),
        BaseObjectCreationExpressionSyntax creation => ReadCreation(creation, depth - 1),
        InvocationExpressionSyntax call => ReadCall(call, depth - 1),
        SimpleNameSyntax name => ReadName(name, depth - 1),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Uri" or "AbsoluteUri" } part => ReadName(part.Name, depth - 1) ?? Read(part.Expression, depth - 1),
        MemberAccessExpressionSyntax member => ReadName(member.Name, depth - 1),
        _ => null,
    };

    // An address whose scheme and host stand in two parts is still an address.
    private string? ReadSum(BinaryExpressionSyntax binary, int depth)
        => Read(binary.Left, depth) is { } head
            ? IsOpen(head) ? head + Read(binary.Right, depth) : head
            : null;

    private static bool IsOpen(string head) => head.Length < "https://".Length + 1 || head.EndsWith("://", StringComparison.Ordinal);

    private string? ReadInterpolated(InterpolatedStringExpressionSyntax interpolated, int depth)
    {
        string head = "";
        foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
        {
            string? part = content switch
            {
                InterpolatedStringTextSyntax text => text.TextToken.ValueText,
                InterpolationSyntax hole => Read(hole.Expression, depth),
                _ => null,
            };
            if (part is null)
            {
                // What stands before an unknown hole is known; an unknown first hole hides the host.
                return head.Length > 0 ? head : null;
            }

            head += part;
        }

        return head;
    }

    // new Uri(text), new Uri(base, relative), new UriBuilder(text), new HttpRequestMessage(method, address), or any of them with an initializer.
    private string? ReadCreation(BaseObjectCreationExpressionSyntax creation, int depth)
    {
        string? type = creation is ObjectCreationExpressionSyntax { Type: { } name } ? name.ToString().Split('.').Last() : null;
        SeparatedSyntaxList<ArgumentSyntax> arguments = creation.ArgumentList?.Arguments ?? default;
        if (type == "HttpRequestMessage" || (type is null && arguments.Count == 2 && arguments.Any(IsHttpMethod)))
        {
            return ArgumentOf(arguments, "requestUri", 1) is { } address ? Read(address, depth) : ReadRequestUri(creation.Initializer, depth);
        }

        return type switch
        {
            "UriBuilder" => ReadUriBuilder(creation, arguments, depth),
            null or "Uri" when arguments.Count > 0 => Read(ArgumentOf(arguments, "baseUri", -1) ?? ArgumentOf(arguments, "uriString", 0), depth),
            _ => ReadRequestUri(creation.Initializer, depth),
        };
    }

    private static bool IsHttpMethod(ArgumentSyntax argument) => argument.Expression.ToString().StartsWith("HttpMethod.", StringComparison.Ordinal);

    // With two arguments they are scheme and host. An initializer may set another host.
    private string? ReadUriBuilder(BaseObjectCreationExpressionSyntax creation, SeparatedSyntaxList<ArgumentSyntax> arguments, int depth)
    {
        if (arguments.Count is 0 or > 2 || creation.Initializer?.Expressions.Any(IsHost) == true || arguments.Any(static argument => argument.NameColon is not null))
        {
            return null;
        }

        string? first = Read(arguments[0].Expression, depth);
        return arguments.Count == 1 ? first
            : first is not null && Read(arguments[1].Expression, depth) is { } host ? first + "://" + host
            : null;
    }

    private static bool IsHost(SyntaxNode node)
        => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Host" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Host" } };

    // The argument of this name, or the one at this place when it has no name.
    private static ExpressionSyntax? ArgumentOf(SeparatedSyntaxList<ArgumentSyntax> arguments, string name, int index)
    {
        foreach (ArgumentSyntax argument in arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText == name)
            {
                return argument.Expression;
            }
        }

        return index >= 0 && index < arguments.Count && arguments[index].NameColon is null ? arguments[index].Expression : null;
    }

    private string? ReadRequestUri(InitializerExpressionSyntax? initializer, int depth)
    {
        foreach (ExpressionSyntax expression in initializer?.Expressions ?? default)
        {
            if (expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "RequestUri" }, Right: { } address })
            {
                return Read(address, depth);
            }
        }

        return null;
    }

    private string? ReadCall(InvocationExpressionSyntax call, int depth)
    {
        string? name = RetryShapes.NameOf(call);
        if (name is "Format" or "Concat" && call.ArgumentList.Arguments.Count > 0)
        {
            string? head = Read(call.ArgumentList.Arguments[0].Expression, depth);
            return name == "Format" && head?.IndexOf('{') is int hole and >= 0 ? (hole > 0 ? head.Substring(0, hole) : null) : head;
        }

        if (call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString" } text, ArgumentList.Arguments.Count: 0 })
        {
            return Read(text.Expression, depth);
        }

        return call.Expression is SimpleNameSyntax simple ? ReadName(simple, depth) : null;
    }

    // The nearest declaration of the name wins. A name declared or assigned more than once says nothing.
    private string? ReadName(SimpleNameSyntax name, int depth)
    {
        if (_model?.GetConstantValue(name, _cancellationToken) is { HasValue: true, Value: string constant })
        {
            return constant;
        }

        string text = name.Identifier.ValueText;
        SyntaxNode? scope = name.Parent;
        while (scope is not null)
        {
            if (scope is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or TypeDeclarationSyntax or CompilationUnitSyntax)
            {
                List<ExpressionSyntax?> values = ValuesOf(text, scope);
                if (values.Count > 0)
                {
                    return values.Count == 1 ? ReadVariable(text, values[0], scope, depth) : null;
                }
            }

            scope = scope.Parent;
        }

        return ReadDeclared(name, depth);
    }

    // A property or field of another file, by what it is declared with: options have their addresses so.
    private string? ReadDeclared(SimpleNameSyntax name, int depth)
    {
        if (_model?.GetSymbolInfo(name, _cancellationToken).Symbol is not ((IPropertySymbol or IFieldSymbol) and { DeclaringSyntaxReferences.Length: 1 } symbol))
        {
            return null;
        }

        ExpressionSyntax? value = symbol.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken) switch
        {
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            _ => null,
        };
        return value is null ? null : new SourceAddress(null, _cancellationToken).Read(value, depth);
    }

    // "message.RequestUri = …" behind the declaration is where the message goes; "builder.Host = …" makes an address unknown.
    private string? ReadVariable(string name, ExpressionSyntax? value, SyntaxNode scope, int depth)
    {
        List<AssignmentExpressionSyntax> changes = scope.DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RequestUri" or "Host" } member && LastName(member.Expression) == name)
            .ToList();
        return changes.Count switch
        {
            0 => Read(value, depth),
            1 when !IsHost(changes[0]) && (value is null || Read(value, depth) is null) => Read(changes[0].Right, depth),
            _ => null,
        };
    }

    private static List<ExpressionSyntax?> ValuesOf(string name, SyntaxNode scope)
    {
        var values = new List<ExpressionSyntax?>();
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable when variable.Identifier.ValueText == name && variable.Initializer is { } initializer && IsSeenFrom(scope, variable):
                    values.Add(initializer.Value);
                    break;
                case AssignmentExpressionSyntax assignment when LastName(assignment.Left) == name:
                    values.Add(assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? assignment.Right : null);
                    break;
                case PropertyDeclarationSyntax property when property.Identifier.ValueText == name:
                    values.Add(property.Initializer?.Value ?? property.ExpressionBody?.Expression);
                    break;
                case MethodDeclarationSyntax method when method.Identifier.ValueText == name:
                    values.Add(method.ExpressionBody?.Expression ?? OnlyReturn(method));
                    break;
                case LocalFunctionStatementSyntax function when function.Identifier.ValueText == name:
                    values.Add(function.ExpressionBody?.Expression);
                    break;
                case ParameterSyntax parameter when parameter.Identifier.ValueText == name && IsSeenFrom(scope, parameter):
                    values.Add(null);
                    break;
            }
        }

        return values;
    }

    // From the level of a type or a file only fields, primary constructor parameters and top-level variables are seen, not what methods keep to themselves.
    private static bool IsSeenFrom(SyntaxNode scope, SyntaxNode declaration) => scope switch
    {
        TypeDeclarationSyntax or CompilationUnitSyntax => declaration.Parent?.Parent is FieldDeclarationSyntax or TypeDeclarationSyntax
            || declaration.Parent?.Parent?.Parent is GlobalStatementSyntax,
        _ => true,
    };

    private static string? LastName(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private static ExpressionSyntax? OnlyReturn(MethodDeclarationSyntax method)
    {
        List<ReturnStatementSyntax> returns = method.Body?.DescendantNodes().OfType<ReturnStatementSyntax>().ToList() ?? [];
        return returns.Count == 1 ? returns[0].Expression : null;
    }
}
