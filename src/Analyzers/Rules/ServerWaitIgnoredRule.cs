using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2011: a retry by hand that knows 429 and waits as long as it likes, while the answer says how long.</summary>
internal static class ServerWaitIgnoredRule
{
    private static readonly string[] WaitNames = ["RetryAfter", "Retry-After", "RetryInfo", "retryDelay"];

    /// <summary>Checks the loop around a request sent by hand.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report)
    {
        if (call.Send is not null && RetryAround.LoopOf(call.Syntax) is { } loop && RetryWords.TestsForOverload(loop) && WaitIn(loop) is { } wait && !call.TypeParts.Any(ReadsWait))
        {
            report(Diagnostic.Create(Descriptors.ServerWaitIgnored, wait.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax)));
        }
    }

    private static InvocationExpressionSyntax? WaitIn(StatementSyntax loop)
        => loop.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => RetryShapes.NameOf(call) is "Delay" or "Sleep");

    private static bool ReadsWait(SyntaxNode code)
        => code.DescendantTokens().Any(static token => token.Kind() is SyntaxKind.IdentifierToken or SyntaxKind.StringLiteralToken
            && WaitNames.Any(name => token.ValueText.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0));
}
