using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The calls of a file that reach a model, for rules that mark what stands elsewhere in it: the body, the client, what becomes of the answer.</summary>
internal static class FileCalls
{
    private static readonly string[] Words = ["emini", "enerateContent", "generativelanguage", "EMINI", "aiplatform", "openai", "OpenAI", "anthropic", "Anthropic", "ChatClient", "ChatCompletion", "SemanticKernel"];
    private static readonly HashSet<string> LibraryMethods = new(ModelSenders.All.SelectMany(static sender => sender.Methods).SelectMany(static methods => methods.Names), StringComparer.Ordinal);

    /// <summary>A quick look at the characters: most files never speak of models.</summary>
    public static bool MayCall(string text) => Words.Any(word => text.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>True when the file calls a client library of a model.</summary>
    public static bool UsesLibrary(SemanticModel model, CancellationToken cancellationToken)
        => model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes().Any(node => node is InvocationExpressionSyntax call
            && RetryShapes.NameOf(call) is { } name
            && LibraryMethods.Contains(name)
            && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            && ModelSenders.Of((method.ReducedFrom ?? method).ContainingType) is not null);

    /// <summary>The requests sent by hand, in the order of the file.</summary>
    public static List<ModelCall> Read(SemanticModel model, ProjectFacts project, CancellationToken cancellationToken)
    {
        var calls = new List<ModelCall>();
        foreach (SyntaxNode node in model.SyntaxTree.GetRoot(cancellationToken).DescendantNodes())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (node is InvocationExpressionSyntax call
                && RetryShapes.NameOf(call) is { } name
                && HttpSend.MethodNames.Contains(name)
                && model.GetOperation(call, cancellationToken) is IInvocationOperation operation
                && IsHttp(operation.TargetMethod.ContainingType)
                && model.GetEnclosingSymbol(call.SpanStart, cancellationToken) is { } member
                && ModelCallReader.ReadSend(operation, member, project, cancellationToken) is { } found)
            {
                calls.Add(found);
            }
        }

        return calls;
    }

    private static bool IsHttp(INamedTypeSymbol? type)
        => type is { Name: "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions" } && type.ContainingNamespace.ToDisplayString() is "System.Net.Http" or "System.Net.Http.Json";
}
