using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG5002: a model call in a loop that nothing but the model's answers can end. Loops that count, that wait for somebody or something outside, or that end when a call succeeds
/// (which is a retry, and other rules') are left alone.
/// </summary>
internal static class UnboundedLoopRule
{
    /// <summary>Checks one call.</summary>
    public static void Check(ModelCall call, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (LoopShape loop in LoopShape.Around(call.Syntax))
        {
            if (loop.IsForEach || loop.Statement is ForStatementSyntax { Condition: not null } || loop.Compares || loop.Waits(call.Syntax))
            {
                return;
            }

            var answer = new AnswerFlow(call, cancellationToken);
            if (IsDecidedByModel(loop, answer))
            {
                report(Diagnostic.Create(Descriptors.UnboundedLoop, call.Syntax.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax)));
                return;
            }
        }
    }

    private static bool IsDecidedByModel(LoopShape loop, AnswerFlow answer)
    {
        if (loop.Condition is { } condition && !IsCancellation(condition) && !answer.Decides(condition))
        {
            return false;
        }

        foreach (StatementSyntax exit in loop.Exits)
        {
            if (exit is ThrowStatementSyntax && !exit.Ancestors().Any(static node => node is CatchClauseSyntax))
            {
                continue;
            }

            if (ConditionsOf(exit, loop.Statement) is not { Count: > 0 } conditions || !conditions.All(answer.Decides))
            {
                return false;
            }
        }

        return true;
    }

    // The tests between an exit and its loop; null where it stands in a catch, or under something that is no test.
    private static List<SyntaxNode>? ConditionsOf(StatementSyntax exit, StatementSyntax loop)
    {
        List<SyntaxNode> conditions = [];
        for (SyntaxNode? node = exit; node is not null && node != loop; node = node.Parent)
        {
            switch (node.Parent)
            {
                case IfStatementSyntax test when test.Condition != node:
                    conditions.Add(test.Condition);
                    break;
                case SwitchSectionSyntax { Parent: SwitchStatementSyntax test }:
                    conditions.Add(test.Expression);
                    break;
                case CatchClauseSyntax or TryStatementSyntax or CommonForEachStatementSyntax:
                    return null;
            }
        }

        return conditions;
    }

    private static bool IsCancellation(ExpressionSyntax condition)
        => condition is PrefixUnaryExpressionSyntax { Operand: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCancellationRequested" } };
}
