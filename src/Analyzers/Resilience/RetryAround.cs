using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>What provably repeats a call, in the function it stands in: a loop, or a pipeline of Polly whose making is in sight.</summary>
internal static class RetryAround
{
    /// <summary>The nearest loop that asks the same again because it failed; null where none does.</summary>
    public static StatementSyntax? LoopOf(SyntaxNode call)
    {
        for (SyntaxNode node = call; node.Parent is { } parent and not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax); node = parent)
        {
            if (parent is StatementSyntax loop && RetryLoops.IsRound(node, loop) && RetryLoops.IsRetry(loop, call))
            {
                return new Outcome(call, loop).IsFed(call) ? null : loop;
            }
        }

        return null;
    }

    /// <summary>The catches of tries in a loop around the call, from which the loop goes on.</summary>
    public static IEnumerable<CatchClauseSyntax> CatchesIn(StatementSyntax loop, SyntaxNode call)
    {
        for (SyntaxNode? node = call.Parent; node is not null && node != loop; node = node.Parent)
        {
            if (node is TryStatementSyntax attempt && attempt.Block.Contains(call))
            {
                foreach (CatchClauseSyntax clause in attempt.Catches)
                {
                    if (GoesOn(clause))
                    {
                        yield return clause;
                    }
                }
            }
        }
    }

    /// <summary>The methods that make the pipeline or policy which runs the delegate a call stands in, in their order; empty where it is not in sight.</summary>
    public static IReadOnlyList<InvocationExpressionSyntax> PipelineOf(ModelCall call, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in call.Syntax.Ancestors())
        {
            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                break;
            }

            if (node is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax run } } }
                && run.Name.Identifier.ValueText is "Execute" or "ExecuteAsync" or "ExecuteAndCapture" or "ExecuteAndCaptureAsync")
            {
                return MakersOf(run.Expression, call.Model, cancellationToken);
            }
        }

        return [];
    }

    private static IReadOnlyList<InvocationExpressionSyntax> MakersOf(ExpressionSyntax pipeline, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!IsPolly(model.GetTypeInfo(pipeline, cancellationToken).Type))
        {
            return [];
        }

        ExpressionSyntax made = pipeline;
        if (pipeline is not InvocationExpressionSyntax)
        {
            if (model.GetSymbolInfo(pipeline, cancellationToken).Symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol) and not null)
            {
                return [];
            }

            ISymbol? symbol = model.GetSymbolInfo(pipeline, cancellationToken).Symbol;
            if (symbol is null || new ClientOrigins(model, cancellationToken).ValuesOf(symbol).ToList() is not [{ } value])
            {
                return [];
            }

            made = value;
        }

        return made.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(maker => IsPolly(model.GetSymbolInfo(maker, cancellationToken).Symbol?.ContainingType)).ToList();
    }

    private static bool IsPolly(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() is "Polly" or "Polly.Retry";

    // A catch that ends in a throw, a return or a break leaves, unless something in it stays.
    private static bool GoesOn(CatchClauseSyntax clause)
        => clause.Block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax)
            || clause.Block.DescendantNodes().Any(static node => node is ContinueStatementSyntax or GotoStatementSyntax);
}
