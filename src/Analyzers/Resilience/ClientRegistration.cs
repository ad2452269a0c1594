using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>A call of <c>AddHttpClient</c>, by spelling.</summary>
/// <param name="TypeNames">The simple names of its type arguments: the classes and interfaces that get the client.</param>
/// <param name="Name">Its name, where it is a literal.</param>
/// <param name="Call">The call.</param>
/// <param name="Handlers">What the calls chained to it add.</param>
/// <param name="Provider">Whose the base address is that it sets; null for any other's, and where it sets none.</param>
internal sealed record ClientRegistration(InvocationExpressionSyntax Call, IReadOnlyList<string> TypeNames, string? Name, RegisteredHandlers Handlers, ModelProvider? Provider)
{
    // Methods of a client's builder that add no handler.
    private static readonly HashSet<string> PlainMethods = new(StringComparer.Ordinal)
    {
        "ConfigureHttpClient", "SetHandlerLifetime", "AddTypedClient", "AddDefaultLogger", "AddLogger", "RemoveAllLoggers", "RedactLoggedHeaders", "AddAsKeyed", "UseSocketsHttpHandler",
        "AddHeaderPropagation", "AddExtendedHttpClientLogging",
    };

    /// <summary>The method that registers clients.</summary>
    public const string MethodName = "AddHttpClient";

    /// <summary>Reads a registration.</summary>
    public static ClientRegistration Read(InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        SimpleNameSyntax? method = call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            SimpleNameSyntax name => name,
            _ => null,
        };
        IReadOnlyList<string> types = method is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(SimpleName).ToList() : [];
        string? clientName = call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal.Token.ValueText
            : null;
        return new ClientRegistration(call, types, clientName, HandlersOf(call), ProviderOf(call, cancellationToken));
    }

    private static RegisteredHandlers HandlersOf(InvocationExpressionSyntax call)
    {
        ExpressionSyntax chain = call;
        bool isKnown = true;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } member && member.Expression == chain)
        {
            string name = member.Name.Identifier.ValueText;
            if (RetryShapes.IsResilienceName(name) && !(name == "AddPolicyHandler" && IsPlainPolicy(next)))
            {
                return RegisteredHandlers.Resilience;
            }

            isKnown &= PlainMethods.Contains(name) || name == "AddPolicyHandler" || (name == "ConfigurePrimaryHttpMessageHandler" && IsPlainHandler(next));
            chain = next;
        }

        // A builder that is kept or returned may get more elsewhere.
        return isKnown && chain.Parent is ExpressionStatementSyntax ? RegisteredHandlers.None : RegisteredHandlers.Unknown;
    }

    // "AddPolicyHandler(Policy.TimeoutAsync<HttpResponseMessage>(60))": one policy, and it repeats nothing.
    private static bool IsPlainPolicy(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments is [{ Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Policy" } } policy } }]
            && policy.Name.Identifier.ValueText is "TimeoutAsync" or "BulkheadAsync" or "NoOpAsync";

    private static bool IsPlainHandler(InvocationExpressionSyntax call)
    {
        List<ObjectCreationExpressionSyntax> made = call.ArgumentList.DescendantNodes().OfType<ObjectCreationExpressionSyntax>().ToList();
        return made.Count > 0 && SimpleName(made[0].Type) is "HttpClientHandler" or "SocketsHttpHandler";
    }

    private static string SimpleName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => type.ToString(),
    };

    // The address stands in the call's own delegate, or in a ConfigureHttpClient chained to it.
    private static ModelProvider? ProviderOf(InvocationExpressionSyntax call, CancellationToken cancellationToken)
    {
        ExpressionSyntax chain = call;
        while (chain.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next })
        {
            chain = next;
        }

        foreach (AssignmentExpressionSyntax assignment in chain.DescendantNodes().OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" } && SourceAddress.Read(assignment.Right, model: null, cancellationToken) is { } address)
            {
                return ModelHosts.ProviderOf(address);
            }
        }

        return null;
    }
}
