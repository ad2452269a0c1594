using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// Tells loops that repeat a call because it failed from loops that make many calls: the outcome of the call decides whether a retry goes on. Success leaves it, by a statement
/// or by its condition, and failure leads to the next round, or puts the work back.
/// </summary>
internal static class RetryLoops
{
    /// <summary>True when the loop repeats a call in it until the call goes well.</summary>
    public static bool IsRetry(StatementSyntax loop, SyntaxNode call)
    {
        var outcome = new Outcome(call, loop);
        bool isFed = outcome.IsFed(call);
        if (ConditionOf(loop) is { } condition && outcome.IsTested(condition, isFed) && Verdicts.Of(condition) != Verdict.Success)
        {
            return true;
        }

        if (loop is CommonForEachStatementSyntax each && outcome.TellsOfFailure(each.Expression))
        {
            return true;
        }

        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            bool repeats = (Leaves(node, loop, call) && outcome.LetsOut(node, isFed))
                || outcome.PutsBack(node)
                || (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } owner } take }
                    && node.SpanStart < call.SpanStart && RetryWords.TakesOut(take.Name.Identifier.ValueText) && outcome.TellsOfFailure(owner));
            if (repeats)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The condition on which a loop goes on; null when it has none.</summary>
    public static ExpressionSyntax? ConditionOf(SyntaxNode loop) => loop switch
    {
        WhileStatementSyntax statement => statement.Condition,
        DoStatementSyntax statement => statement.Condition,
        ForStatementSyntax statement => statement.Condition,
        _ => null,
    };

    /// <summary>True for the parts of a loop that run in every round.</summary>
    public static bool IsRound(SyntaxNode part, StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax or DoStatementSyntax => true,
        ForStatementSyntax statement => part == statement.Statement || part == statement.Condition || statement.Incrementors.Any(move => move == part),
        CommonForEachStatementSyntax statement => part == statement.Statement,
        _ => false,
    };

    private static bool Leaves(SyntaxNode node, SyntaxNode loop, SyntaxNode call)
    {
        bool breaks = node is BreakStatementSyntax;
        if (!breaks && node is not (ReturnStatementSyntax or YieldStatementSyntax { Expression: null } or GotoStatementSyntax))
        {
            return false;
        }

        for (SyntaxNode? outer = node.Parent; outer is not null && outer != loop; outer = outer.Parent)
        {
            bool isOthers = outer switch
            {
                AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax => !outer.Contains(call),
                SwitchStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax => breaks,
                _ => false,
            };
            if (isOthers)
            {
                return false;
            }
        }

        return true;
    }
}
