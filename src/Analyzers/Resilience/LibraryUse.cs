using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>The clients of model libraries that a project makes, all of them: where one of them goes need not be known when all are alike.</summary>
internal sealed class LibraryUse(Compilation compilation, CancellationToken cancellationToken)
{
    /// <summary>What the clients of a library, or behind a face of others, come to; unknown when there are none or anything may stand around them.</summary>
    public ClientOrigin OriginOfAll(ModelSender sender)
    {
        ClientOrigin? all = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            TreeFacts facts = TreeFacts.Of(tree, cancellationToken);
            if (facts.HasOwnClients)
            {
                return default;
            }

            foreach (ClientOrigin origin in OriginsIn(facts, tree, sender))
            {
                all = all is { } known ? ClientOrigin.Either(known, origin) : origin;
            }
        }

        return all ?? default;
    }

    private IEnumerable<ClientOrigin> OriginsIn(TreeFacts facts, SyntaxTree tree, ModelSender sender)
    {
        if (facts.Clients.Count + facts.Services.Count + facts.Layers.Count == 0)
        {
            yield break;
        }

        // The clients are made in any file of the project, and a rule is given the model of one.
#pragma warning disable RS1030
        SemanticModel model = compilation.GetSemanticModel(tree);
#pragma warning restore RS1030
        var origins = new ClientOrigins(model, cancellationToken);
        bool isFace = sender.Retry == OwnRetry.Behind;
        foreach (BaseObjectCreationExpressionSyntax creation in facts.Clients)
        {
            ModelSender? maker = ModelSenders.Of(model.GetTypeInfo(creation, cancellationToken).Type);
            if (maker is not null && maker.Retry != OwnRetry.Behind && (isFace || maker.Name == sender.Name) && ModelSenders.MayMakeClient(model.GetTypeInfo(creation, cancellationToken).Type?.Name))
            {
                yield return origins.Find(creation);
            }
        }

        foreach (InvocationExpressionSyntax service in facts.Services)
        {
            if (isFace && model.GetSymbolInfo(service, cancellationToken).Symbol is IMethodSymbol { DeclaringSyntaxReferences.Length: 0 } method
                && method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal))
            {
                yield return OfService(service, method, origins);
            }
        }

        foreach (InvocationExpressionSyntax layer in facts.Layers)
        {
            if (isFace && LibraryClients.IsLayer(RetryShapes.NameOf(layer)) && layer.Expression is MemberAccessExpressionSyntax { Expression: { } builder }
                && model.GetTypeInfo(builder, cancellationToken).Type is { } type && ModelSenders.Of(type) is not null)
            {
                yield return default;
            }
        }
    }

    private static ClientOrigin OfService(InvocationExpressionSyntax service, IMethodSymbol method, ClientOrigins origins)
    {
        ExpressionSyntax? client = null;
        foreach (ArgumentSyntax argument in service.ArgumentList.Arguments)
        {
            if (argument.NameColon?.Name.Identifier.ValueText is "httpClient" || origins.Model.GetTypeInfo(argument.Expression).Type?.Name is "HttpClient" or "OpenAIClient" or "AzureOpenAIClient")
            {
                client = argument.Expression;
            }
        }

        ClientOrigin rest = client is null || ClientOrigins.IsNothing(client) ? new ClientOrigin(ClientOriginKind.Plain) : origins.Find(client);
        return ModelServices.RetryOf(method.Name) switch
        {
            null => default,
            OwnRetry.UnlessGivenClient when client is null => new ClientOrigin(ClientOriginKind.Retrying),
            _ => rest,
        };
    }
}
