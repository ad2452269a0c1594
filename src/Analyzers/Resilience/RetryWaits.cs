using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>Whether a loop that repeats a call waits between the attempts, and whether it ends.</summary>
internal sealed class RetryWaits(ModelCall call, StatementSyntax loop, CancellationToken cancellationToken)
{
    private static readonly string[] WaitWords = ["delay", "wait", "sleep", "backoff", "pause", "throttle", "retry", "limit", "tick"];

    // Waits in methods of methods are looked for this deep; beyond, everything may wait.
    private const int MostSteps = 3;

    /// <summary>True when the loop may wait, by itself or in a method it calls.</summary>
    public bool MayWait() => MayWait(loop, MostSteps);

    /// <summary>True when the loop may end while the call keeps failing.</summary>
    public bool MayEnd()
    {
        // What is asked for again with GET is most often how far a long job has come.
        bool isPoll = call.Send is not null && RetryShapes.NameOf(call.Syntax)?.StartsWith("Get", StringComparison.Ordinal) == true;
        if (isPoll || loop is not (WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax) || RetryLoops.ConditionOf(loop) is { } condition && !IsTrue(condition))
        {
            return true;
        }

        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            bool mayEnd = node switch
            {
                ThrowStatementSyntax or ThrowExpressionSyntax or CatchFilterClauseSyntax => true,
                ReturnStatementSyntax or BreakStatementSyntax or GotoStatementSyntax => node.Ancestors().TakeWhile(outer => outer != loop).Any(static outer => outer is CatchClauseSyntax or ElseClauseSyntax)
                    || IsCounted(node),
                SimpleNameSyntax { Identifier.ValueText: { } name } => name is "ThrowIfCancellationRequested" or "IsCancellationRequested" or "EnsureSuccessStatusCode",
                _ => false,
            };
            if (mayEnd)
            {
                return true;
            }
        }

        // A method that is handed the token ends the loop when the caller gives up.
        return loop.DescendantNodes().OfType<ArgumentSyntax>().Any(IsToken);
    }

    private bool IsCounted(SyntaxNode exit)
        => exit.Ancestors().TakeWhile(outer => outer != loop).OfType<IfStatementSyntax>().Any(static test => test.Condition.DescendantNodesAndSelf().Any(static node => node.Kind()
            is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
            or SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PreIncrementExpression));

    private bool IsToken(ArgumentSyntax argument)
        => argument.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax && call.Model.GetTypeInfo(argument.Expression, cancellationToken).Type is { Name: "CancellationToken" };

    private static bool IsTrue(ExpressionSyntax condition) => condition.IsKind(SyntaxKind.TrueLiteralExpression);

    private bool MayWait(SyntaxNode code, int steps)
    {
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (node == call.Syntax)
            {
                continue;
            }

            bool mayWait = node switch
            {
                InvocationExpressionSyntax invocation => MayWait(invocation, steps),
                // A periodic timer, or what a library gives to loop over.
                CommonForEachStatementSyntax each => each.AwaitKeyword != default && !each.Expression.Contains(call.Syntax),
                _ => false,
            };
            if (mayWait)
            {
                return true;
            }
        }

        return false;
    }

    private bool MayWait(InvocationExpressionSyntax invocation, int steps)
    {
        if (RetryShapes.NameOf(invocation) is not { } name || WaitWords.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) || steps == 0)
        {
            return true;
        }

        if (call.Model.SyntaxTree != invocation.SyntaxTree || call.Model.GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return true;
        }

        if (method.DeclaringSyntaxReferences.Length > 0)
        {
            return method.DeclaringSyntaxReferences.Any(part => MayWait(part.GetSyntax(cancellationToken), steps - 1));
        }

        // What the framework and the model's library do by themselves is no wait; of others nothing is known.
        string space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return method.MethodKind == MethodKind.DelegateInvoke
            || !(space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) || ModelSenders.Of(method.ContainingType) is not null);
    }
}
