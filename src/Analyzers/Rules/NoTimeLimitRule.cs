using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2009: a client whose time limit is taken off, and nothing near the call that sets another.</summary>
internal static class NoTimeLimitRule
{
    /// <summary>Checks a request sent by hand.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report)
    {
        if (call is { Send: not null, Origin.Kind: ClientOriginKind.Plain } && call.TypeParts.Any(TakesLimitOff) && !call.TypeParts.Any(SetsDeadline))
        {
            report(Diagnostic.Create(Descriptors.NoTimeLimit, call.Syntax.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax)));
        }
    }

    // "Timeout = Timeout.InfiniteTimeSpan"
    private static bool TakesLimitOff(SyntaxNode code)
        => code.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(static assignment
            => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: "Timeout" } or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Timeout" }
                && assignment.Right is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "InfiniteTimeSpan" });

    // Any deadline, or a token that someone may cancel.
    private static bool SetsDeadline(SyntaxNode code)
        => code.DescendantNodes().OfType<SimpleNameSyntax>().Any(static name => name.Identifier.ValueText is "CancelAfter" or "CancellationTokenSource" or "WaitAsync" or "CancellationToken" or "WhenAny" or "RequestAborted"
            || name.Identifier.ValueText.IndexOf("deadline", StringComparison.OrdinalIgnoreCase) >= 0);
}
