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

    /// <summary>Reads a call of one of <see cref="MethodNames"/>; null when it is written in a form that tells too little.</summary>
    public static HttpSend? Read(IInvocationOperation invocation)
    {
        if (invocation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call || call.ArgumentList.Arguments.Count == 0)
        {
            return null;
        }

        // http.PostAsync(address, …), or the extension called as a plain method: HttpClientJsonExtensions.PostAsJsonAsync(http, address, …).
        bool isPlain = invocation.TargetMethod is { IsStatic: true, IsExtensionMethod: true } && access.Expression is not null && invocation.Arguments.Length == call.ArgumentList.Arguments.Count;
        return isPlain ? null : new HttpSend(call, access.Expression!, call.ArgumentList.Arguments[0].Expression);
    }
}
