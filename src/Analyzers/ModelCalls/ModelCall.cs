using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Texts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>A call that reaches a model, with what the rules about such calls look at. It is a request sent by hand, or a call of a client library.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Send">The request, where it is sent by hand.</param>
/// <param name="Sender">The library, where one is called.</param>
/// <param name="Provider">Whose model answers.</param>
/// <param name="TypeParts">The declarations of the type the call stands in, or the file of top-level statements.</param>
/// <param name="Origin">Where the client comes from.</param>
/// <param name="ContainingSymbol">The member the call stands in.</param>
/// <param name="Model">The model of the call's file.</param>
internal sealed record ModelCall(
    IInvocationOperation Operation,
    HttpSend? Send,
    ModelSender? Sender,
    ModelProvider Provider,
    IReadOnlyList<SyntaxNode> TypeParts,
    ClientOrigin Origin,
    ISymbol ContainingSymbol,
    SemanticModel Model)
{
    /// <summary>The call as written.</summary>
    public InvocationExpressionSyntax Syntax => (InvocationExpressionSyntax)Operation.Syntax;

    /// <summary>True when the Gemini API answers. A request sent by hand to it speaks its wire format.</summary>
    public bool IsGemini => Provider == ModelProvider.Gemini;

    /// <summary>True when the answer comes in parts.</summary>
    public bool IsStream => Operation.Type is INamedTypeSymbol { Arity: 1, Name: "IAsyncEnumerable" or "AsyncCollectionResult" or "CollectionResult" };

    /// <summary>Who is called, as messages say it: a library by its name, an API in the language of the message.</summary>
    public object Target => Provider switch
    {
        _ when Sender is not null => Sender.Name,
        ModelProvider.Gemini => new ReasonText("the Gemini API"),
        ModelProvider.VertexAI => "Vertex AI",
        ModelProvider.OpenAI => new ReasonText("the OpenAI API"),
        ModelProvider.Azure => new ReasonText("a model on Azure"),
        ModelProvider.Anthropic => new ReasonText("the Anthropic API"),
        _ => new ReasonText("a model"),
    };
}
