using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>Finds out which calls provably reach a model.</summary>
internal static class ModelCallReader
{
    /// <summary>Reads a request sent by hand; null when its address is not provably Gemini's.</summary>
    public static ModelCall? ReadSend(OperationAnalysisContext context, IInvocationOperation invocation, ProjectFacts project)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        if (invocation.SemanticModel is not { } model || HttpSend.Read(invocation) is not { } send)
        {
            return null;
        }

        if (SourceAddress.Read(send.Address, model, cancellationToken) is not { } address || !(GeminiHost.Is(address) || GeminiHost.IsRelative(address)))
        {
            return null;
        }

        List<SyntaxNode> parts = TypeParts(send.Call, context.ContainingSymbol, cancellationToken);
        ClientOrigin origin = new ClientOrigins(model, cancellationToken).Find(send.Client);
        bool isGemini = GeminiHost.Is(address) || ClientAddress.IsGemini(send, parts, origin, model, project, cancellationToken);
        return isGemini ? new ModelCall(invocation, send, parts, origin, context.ContainingSymbol, model) : null;
    }

    private static List<SyntaxNode> TypeParts(SyntaxNode node, ISymbol symbol, CancellationToken cancellationToken)
        => node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            ? symbol.ContainingType?.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellationToken)).ToList() ?? [type]
            : [node.SyntaxTree.GetRoot(cancellationToken)];
}
