using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Finds out which calls provably reach a model.</summary>
internal static class ModelCallReader
{
    /// <summary>Reads a request sent by hand; null when its address is not provably that of a model.</summary>
    public static ModelCall? ReadSend(CallSite context, IInvocationOperation invocation, ProjectFacts project)
        => ReadSend(invocation, context.ContainingSymbol, project, context.CancellationToken);

    /// <summary>Reads a request sent by hand in a member; null when its address is not provably that of a model.</summary>
    public static ModelCall? ReadSend(IInvocationOperation invocation, ISymbol member, ProjectFacts project, CancellationToken cancellationToken)
    {
        if (invocation.SemanticModel is not { } model || HttpSend.Read(invocation) is not { } send)
        {
            return null;
        }

        if (SourceAddress.Read(send.Address, model, cancellationToken) is not { } address)
        {
            return null;
        }

        ModelProvider? provider = ModelHosts.ProviderOf(address);
        if (provider is null && !ModelHosts.IsRelative(address))
        {
            return null;
        }

        List<SyntaxNode> parts = TypeParts(send.Call, member, cancellationToken);
        ClientOrigin origin = new ClientOrigins(model, cancellationToken).Find(send.Client);
        provider ??= ClientAddress.ProviderOf(send, parts, origin, model, project, cancellationToken);
        return provider is { } found && !IsOther(send, found, model, cancellationToken) ? new ModelCall(invocation, send, null, found, parts, origin, member, model) : null;
    }

    private static bool IsOther(HttpSend send, ModelProvider provider, SemanticModel model, CancellationToken cancellationToken)
        => model.GetOperation(send.Address, cancellationToken) is { } address && ModelPaths.IsOther(new AddressText(new ValueFlow(model, cancellationToken)).Read(address).Text, provider);

    /// <summary>Reads a call of a client library; null when it is written in a form that tells too little.</summary>
    public static ModelCall? ReadCall(CallSite context, IInvocationOperation invocation, ModelSender sender)
    {
        if (invocation.SemanticModel is not { } model || invocation.Syntax is not InvocationExpressionSyntax syntax)
        {
            return null;
        }

        // What a contract's client does is the generator's, wherever the client comes from.
        ClientOrigin origin = sender == ModelSenders.Contracts ? new ClientOrigin(ClientOriginKind.Retrying)
            : ClientOf(invocation) is { } client ? new ClientOrigins(model, context.CancellationToken).Find(client)
            : default;
        List<SyntaxNode> parts = TypeParts(syntax, context.ContainingSymbol, context.CancellationToken);
        return new ModelCall(invocation, null, sender, sender.Provider, parts, origin, context.ContainingSymbol, model);
    }

    private static ExpressionSyntax? ClientOf(IInvocationOperation invocation)
        => (invocation.TargetMethod.IsStatic && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : invocation.Instance)?.Syntax as ExpressionSyntax;

    private static List<SyntaxNode> TypeParts(SyntaxNode node, ISymbol symbol, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? symbol.ContainingType?.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).ToList() ?? [type]
            : [node.SyntaxTree.GetRoot(cancellationToken)];
}
