using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>A request sent by hand.</summary>
/// <param name="Call">The call that sends.</param>
/// <param name="Client">The client.</param>
/// <param name="Address">What the address, or the message that holds it, is made from.</param>
internal sealed record HttpSend(InvocationExpressionSyntax Call, ExpressionSyntax Client, ExpressionSyntax Address)
{
    /// <summary>The methods of <c>HttpClient</c> and its JSON extensions that send a request.</summary>
    public static readonly IReadOnlyCollection<string> MethodNames = new HashSet<string>(StringComparer.Ordinal)
    {
        "SendAsync", "Send", "GetAsync", "GetStringAsync", "GetByteArrayAsync", "GetStreamAsync", "PostAsync", "PutAsync", "PatchAsync", "DeleteAsync",
        "GetFromJsonAsync", "GetFromJsonAsAsyncEnumerable", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "DeleteFromJsonAsync",
    };

    /// <summary>Reads a call of one of <see cref="MethodNames"/>, however its arguments are ordered and its extension methods are called; null when it is written in a form that tells too little.</summary>
    public static HttpSend? Read(IInvocationOperation invocation)
    {
        // The client is the instance, or what stands in the first parameter of an extension method; the address, or the message with it, is the first parameter besides.
        bool isExtension = invocation.TargetMethod is { IsStatic: true, IsExtensionMethod: true };
        SyntaxNode? client = isExtension ? ValueOf(invocation, 0) : invocation.Instance?.Syntax;
        SyntaxNode? address = ValueOf(invocation, isExtension ? 1 : 0);
        return invocation.Syntax is InvocationExpressionSyntax call && client is ExpressionSyntax from && address is ExpressionSyntax to
            ? new HttpSend(call, from, to)
            : null;
    }

    private static SyntaxNode? ValueOf(IInvocationOperation invocation, int parameter)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (argument.Parameter?.Ordinal == parameter && argument.ArgumentKind == ArgumentKind.Explicit)
            {
                return argument.Value.Syntax;
            }
        }

        return null;
    }
}
