using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG2005: a retry that repeats every failure, those among them that the same request meets each time: a wrong key, a wrong request, a model that does not exist. Loops that look
/// at the status, or at the kind of the failure, in any way are left alone.
/// </summary>
internal static class PermanentErrorRetriedRule
{
    private static readonly string[] KindWords = ["status", "code", "transient", "retryable", "shouldretry", "canretry", "isretry", "permanent", "quota", "ratelimit", "toomany", "overload", "server", "inner", "message", "reason", "fatal"];

    /// <summary>Checks the loop, or the policy, around a call.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (PrefixUnaryExpressionSyntax condition in ConditionsOf(call, cancellationToken))
        {
            report(Diagnostic.Create(Descriptors.PermanentErrorRetried, condition.GetLocation(), RetryShapes.NameOf(call.Syntax)));
        }

        if (RetryAround.LoopOf(call.Syntax) is not { } loop || LooksAtKind(loop))
        {
            return;
        }

        foreach (CatchClauseSyntax clause in RetryAround.CatchesIn(loop, call.Syntax))
        {
            if (clause.Filter is null && CatchesAll(clause, call, loop))
            {
                report(Diagnostic.Create(Descriptors.PermanentErrorRetried, clause.CatchKeyword.GetLocation(), RetryShapes.NameOf(call.Syntax)));
            }
        }

        if (OnlyTestOf(loop, call) is { } test)
        {
            report(Diagnostic.Create(Descriptors.PermanentErrorRetried, test.GetLocation(), RetryShapes.NameOf(call.Syntax)));
        }
    }

    // "Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).WaitAndRetryAsync(…)": every status but success is repeated, whatever else the policy handles.
    private static IEnumerable<PrefixUnaryExpressionSyntax> ConditionsOf(ModelCall call, CancellationToken cancellationToken)
    {
        IReadOnlyList<InvocationExpressionSyntax> makers = call.Send is null ? [] : RetryAround.PipelineOf(call, cancellationToken);
        foreach (InvocationExpressionSyntax maker in makers)
        {
            if (maker.SyntaxTree == call.Syntax.SyntaxTree
                && RetryShapes.NameOf(maker) is "HandleResult" or "OrResult"
                && maker.ArgumentList.Arguments is [{ Expression: LambdaExpressionSyntax { Body: PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } condition } }]
                && condition.Operand is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode", Expression: IdentifierNameSyntax }
                && makers.Any(retry => RetryShapes.NameOf(retry) is "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync" or "WaitAndRetry" or "WaitAndRetryAsync" or "WaitAndRetryForever" or "WaitAndRetryForeverAsync"
                    && retry.Expression.Contains(maker)))
            {
                yield return condition;
            }
        }
    }

    // "if (response.IsSuccessStatusCode) { return; }": success leaves, and every other status comes to the next round. Nothing else looks at the response, or throws.
    private static MemberAccessExpressionSyntax? OnlyTestOf(StatementSyntax loop, ModelCall call)
    {
        if (call.Syntax.FirstAncestorOrSelf<VariableDeclaratorSyntax>() is not { } response || OverloadTests.AreAround(call.Syntax, call.TypeParts)
            || loop.DescendantNodes().Any(static node => node is ThrowStatementSyntax or ThrowExpressionSyntax or TryStatementSyntax or SimpleNameSyntax { Identifier.ValueText: "EnsureSuccessStatusCode" }))
        {
            return null;
        }

        List<MemberAccessExpressionSyntax> tests = [];
        foreach (IdentifierNameSyntax use in loop.DescendantNodes().OfType<IdentifierNameSyntax>().Where(use => use.Identifier.ValueText == response.Identifier.ValueText))
        {
            if (use.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode", Parent: IfStatementSyntax { Else: null } test } member
                && test.Statement is ReturnStatementSyntax or BreakStatementSyntax or BlockSyntax { Statements: [.., ReturnStatementSyntax or BreakStatementSyntax] })
            {
                tests.Add(member);
            }
            else if (!(tests.Count > 0 && use.FirstAncestorOrSelf<IfStatementSyntax>()?.Condition == tests[0]))
            {
                return null;
            }
        }

        return tests.Count == 1 ? tests[0] : null;
    }

    // Of a request sent by hand, an exception tells the status only where something throws it.
    private static bool CatchesAll(CatchClauseSyntax clause, ModelCall call, StatementSyntax loop)
    {
        string? type = clause.Declaration?.Type.ToString().Split('.').Last();
        bool isAny = type is null or "Exception" || (type is "HttpRequestException" && call.Send is not null);
        // Another catch beside it may take the permanent ones out.
        bool isOnly = clause.Parent is TryStatementSyntax { Catches.Count: 1 };
        return isAny && isOnly && (call.Send is null || ThrowsForStatus(call, loop));
    }

    private static bool ThrowsForStatus(ModelCall call, StatementSyntax loop)
        => RetryShapes.NameOf(call.Syntax) is "GetStringAsync" or "GetByteArrayAsync" or "GetStreamAsync" or "GetFromJsonAsync"
            || loop.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "EnsureSuccessStatusCode" } || ThrowsUnlessSuccess(node));

    // "if (!response.IsSuccessStatusCode) { throw … }"
    private static bool ThrowsUnlessSuccess(SyntaxNode node)
        => node is IfStatementSyntax { Condition: PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsSuccessStatusCode" } } } test
            && (test.Statement is ThrowStatementSyntax || test.Statement is BlockSyntax { Statements: [.., ThrowStatementSyntax] });

    private static bool LooksAtKind(StatementSyntax loop)
    {
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            bool looks = node switch
            {
                CatchFilterClauseSyntax or IsPatternExpressionSyntax or SwitchExpressionSyntax or SwitchStatementSyntax => true,
                InvocationExpressionSyntax call => NamesKind(RetryShapes.NameOf(call)) || (Decides(call) && call.FirstAncestorOrSelf<CatchClauseSyntax>() is not null),
                SimpleNameSyntax name => NamesKind(name.Identifier.ValueText) && Decides(name),
                _ => false,
            };
            if (looks)
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesKind(string? name)
        => name is not null and not ("EnsureSuccessStatusCode" or "IsSuccessStatusCode") && KindWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    // Part of a condition or a comparison, rather than of a text for a log or an exception.
    private static bool Decides(SyntaxNode node)
    {
        for (SyntaxNode? inner = node; inner is not null and not StatementSyntax; inner = inner.Parent)
        {
            bool decides = inner.Parent switch
            {
                IfStatementSyntax test => test.Condition == inner,
                WhileStatementSyntax test => test.Condition == inner,
                DoStatementSyntax test => test.Condition == inner,
                ForStatementSyntax test => test.Condition == inner,
                ConditionalExpressionSyntax test => test.Condition == inner,
                BinaryExpressionSyntax test => test.Kind() is SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression or SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
                    or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression,
                _ => false,
            };
            if (decides)
            {
                return true;
            }
        }

        return false;
    }
}
