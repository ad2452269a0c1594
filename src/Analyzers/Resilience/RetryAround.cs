using GeminiGen.Analyzers.ModelCalls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>What provably repeats a call, in the function it stands in: a loop, or a pipeline of Polly whose making is in sight.</summary>
internal static class RetryAround
{
    private static readonly HashSet<string> PlainMakers = new(StringComparer.Ordinal)
    {
        "AddTimeout", "AddCircuitBreaker", "AddRateLimiter", "AddConcurrencyLimiter", "Build", "ConfigureTelemetry", "Timeout", "TimeoutAsync", "CircuitBreaker", "CircuitBreakerAsync", "Bulkhead",
        "BulkheadAsync", "Handle", "HandleResult", "Or", "OrResult", "FromSeconds", "FromMinutes", "FromMilliseconds",
    };

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

    /// <summary>True when the loop repeats the call because it failed, not because its answer was not liked.</summary>
    public static bool IsForFailure(StatementSyntax loop, SyntaxNode call) => CatchesIn(loop, call).Any() || RetryWords.NamesStatus(loop);

    /// <summary>The catches of the call's failures, in a loop around it, from which the loop goes on.</summary>
    public static IEnumerable<CatchClauseSyntax> CatchesIn(StatementSyntax loop, SyntaxNode call)
    {
        for (SyntaxNode? node = call.Parent; node is not null && node != loop; node = node.Parent)
        {
            if (node is TryStatementSyntax attempt && attempt.Block.Contains(call))
            {
                foreach (CatchClauseSyntax clause in attempt.Catches)
                {
                    if (GoesOn(clause) && !IsOfAnswer(clause))
                    {
                        yield return clause;
                    }
                }
            }
        }
    }

    /// <summary>The methods that make the pipeline or policy which runs the delegate a call stands in, in their order; empty where it is not in sight.</summary>
    public static IReadOnlyList<InvocationExpressionSyntax> PipelineOf(ModelCall call, CancellationToken cancellationToken)
        => RunOf(call.Syntax) is { } run ? MakersOf(((MemberAccessExpressionSyntax)run.Expression).Expression, call.Model, cancellationToken) : [];

    /// <summary>The call, or the run of a pipeline around it that provably repeats nothing: one with a time limit alone.</summary>
    public static InvocationExpressionSyntax OutOfPlainPipeline(ModelCall call, CancellationToken cancellationToken)
    {
        IReadOnlyList<InvocationExpressionSyntax> makers = PipelineOf(call, cancellationToken);
        return makers.Count > 0 && makers.All(static maker => PlainMakers.Contains(RetryShapes.NameOf(maker) ?? "")) ? RunOf(call.Syntax) ?? call.Syntax : call.Syntax;
    }

    // "pipeline.ExecuteAsync(… call …)"
    private static InvocationExpressionSyntax? RunOf(SyntaxNode call)
    {
        foreach (SyntaxNode node in call.Ancestors())
        {
            if (node is MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                break;
            }

            if (node is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } run } }
                && member.Name.Identifier.ValueText is "Execute" or "ExecuteAsync" or "ExecuteAndCapture" or "ExecuteAndCaptureAsync")
            {
                return run;
            }
        }

        return null;
    }

    // The one value of a variable, or the chain itself.
    private static List<InvocationExpressionSyntax> MakersOf(ExpressionSyntax pipeline, SemanticModel model, CancellationToken cancellationToken)
    {
        if (!IsPolly(model.GetTypeInfo(pipeline, cancellationToken).Type))
        {
            return [];
        }

        ExpressionSyntax? made = pipeline;
        if (pipeline is not InvocationExpressionSyntax)
        {
            made = model.GetSymbolInfo(pipeline, cancellationToken).Symbol is (ILocalSymbol or IFieldSymbol or IPropertySymbol) and { } symbol
                && new ClientOrigins(model, cancellationToken).ValuesOf(symbol).ToList() is [{ } value] ? value : null;
        }

        if (made is null)
        {
            return [];
        }

        return made.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Where(maker => IsPolly(model.GetSymbolInfo(maker, cancellationToken).Symbol?.ContainingType)).ToList();
    }

    private static bool IsPolly(ITypeSymbol? type) => type?.ContainingNamespace?.ToDisplayString() is "Polly" or "Polly.Retry";

    // What comes of reading the answer is no failure of the call.
    private static bool IsOfAnswer(CatchClauseSyntax clause)
        => clause.Declaration?.Type.ToString().Split('.').Last() is "FormatException" or "JsonException" or "InvalidCastException" or "KeyNotFoundException" or "ArgumentException" or "OverflowException"
            or "InvalidDataException" or "ValidationException" or "NullReferenceException" or "ArgumentOutOfRangeException" or "IndexOutOfRangeException";

    // A catch that ends in a throw, a return or a break leaves, unless something in it stays.
    private static bool GoesOn(CatchClauseSyntax clause)
        => clause.Block.Statements.LastOrDefault() is not (ThrowStatementSyntax or ReturnStatementSyntax or BreakStatementSyntax)
            || clause.Block.DescendantNodes().Any(static node => node is ContinueStatementSyntax or GotoStatementSyntax);
}
