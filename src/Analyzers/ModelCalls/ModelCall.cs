using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>A call that reaches a model, with what the rules about such calls look at.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Send">The request, where it is sent by hand.</param>
/// <param name="TypeParts">The declarations of the type the call stands in, or the file of top-level statements.</param>
/// <param name="Origin">Where the client comes from.</param>
/// <param name="ContainingSymbol">The member the call stands in.</param>
/// <param name="Model">The model of the call's file.</param>
internal sealed record ModelCall(
    IInvocationOperation Operation,
    HttpSend Send,
    IReadOnlyList<SyntaxNode> TypeParts,
    ClientOrigin Origin,
    ISymbol ContainingSymbol,
    SemanticModel Model)
{
    /// <summary>The call as written.</summary>
    public InvocationExpressionSyntax Syntax => Send.Call;
}
