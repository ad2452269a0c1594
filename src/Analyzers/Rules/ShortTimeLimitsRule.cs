using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG2003: the standard handlers with their own time limits, ten seconds an attempt and thirty in all, around a client for a model.</summary>
internal static class ShortTimeLimitsRule
{
    /// <summary>Checks a call of <c>AddStandardResilienceHandler</c> or <c>AddStandardHedgingHandler</c>.</summary>
    public static void Check(IInvocationOperation invocation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // Any argument may set the limits, and so may a Configure chained to it or kept for later.
        if (invocation.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax member, Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax } call
            && RegistrationOf(member.Expression) is { } registration && ClientRegistration.Read(registration, cancellationToken).Provider is not null)
        {
            report(Diagnostic.Create(Descriptors.ShortTimeLimits, member.Name.GetLocation(), RetryShapes.NameOf(call)));
        }
    }

    private static InvocationExpressionSyntax? RegistrationOf(ExpressionSyntax builder)
    {
        ExpressionSyntax? node = builder;
        while (node is InvocationExpressionSyntax call && RetryShapes.NameOf(call) != ClientRegistration.MethodName)
        {
            node = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
        }

        return node as InvocationExpressionSyntax;
    }
}
