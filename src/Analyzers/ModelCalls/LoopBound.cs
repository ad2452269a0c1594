using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>How often the loops around a call run, where constants say it: <c>for</c> up to a constant, <c>Enumerable.Range</c>, <c>Take(n)</c>, arrays that are spelled out.</summary>
/// <param name="model">The model of the call's file.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class LoopBound(SemanticModel model, CancellationToken cancellationToken)
{
    private readonly ValueFlow _flow = new(model, cancellationToken);

    /// <summary>The rounds of all loops around a node together, and the outermost of them; null where a loop's rounds are not known, or it has an exit.</summary>
    public (long Rounds, SyntaxNode Loop)? Of(SyntaxNode call)
    {
        long rounds = 1;
        SyntaxNode? outermost = null;
        for (SyntaxNode? node = call; node is not null and not MemberDeclarationSyntax and not LocalFunctionStatementSyntax; node = node.Parent)
        {
            long? count = node switch
            {
                ForStatementSyntax loop => CountOf(loop),
                CommonForEachStatementSyntax loop => CountOf(loop.Expression),
                // Enumerable.Range(0, 500).Select(_ => call)
                AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } select } }
                    when RetryShapes.NameOf(select) is "Select" or "SelectMany" => CountOf(member.Expression),
                AnonymousFunctionExpressionSyntax or WhileStatementSyntax or DoStatementSyntax => null,
                _ => 1,
            };
            if (count is not { } known || (node is StatementSyntax loopWithExit && known != 1 && HasExit(loopWithExit)))
            {
                return null;
            }

            rounds = Math.Min(int.MaxValue, rounds * known);
            outermost = known > 1 ? node : outermost;
        }

        return outermost is null ? null : (rounds, outermost);
    }

    private static bool HasExit(StatementSyntax loop) => new LoopShape(loop).Exits.Any(static exit => exit is not YieldStatementSyntax and not ThrowStatementSyntax);

    private long? CountOf(ForStatementSyntax loop)
    {
        if (loop is not { Declaration.Variables: [{ Initializer.Value: { } start } variable], Condition: BinaryExpressionSyntax { Left: IdentifierNameSyntax left } condition, Incrementors: [{ } step] }
            || left.Identifier.ValueText != variable.Identifier.ValueText
            || step is not (PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression })
            || Constant(start) is not { } from || Constant(condition.Right) is not { } to)
        {
            return null;
        }

        return condition.Kind() switch
        {
            SyntaxKind.LessThanExpression => Math.Max(0, to - from),
            SyntaxKind.LessThanOrEqualExpression => Math.Max(0, to - from + 1),
            _ => null,
        };
    }

    private long? CountOf(ExpressionSyntax collection)
        => model.GetOperation(collection, cancellationToken) is { } operation ? CountOf(_flow.Trace(operation)) : null;

    private long? CountOf(IOperation collection) => collection switch
    {
        IInvocationOperation { TargetMethod: { Name: "Range" or "Repeat", ContainingType.Name: "Enumerable" }, Arguments: [_, { } count] } => Constant(count.Value),
        IInvocationOperation { TargetMethod: { Name: "Take", ContainingType.Name: "Enumerable" }, Arguments: [{ } source, { } count] } => CountOf(_flow.Trace(source.Value)) is { } known && Constant(count.Value) is { } most ? Math.Min(known, most) : Constant(count.Value),
        IInvocationOperation { TargetMethod: { Name: "Select" or "ToList" or "ToArray" or "Reverse", ContainingType.Name: "Enumerable" }, Arguments: [{ } source, ..] } => CountOf(_flow.Trace(source.Value)),
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.Length,
        _ => null,
    };

    private long? Constant(ExpressionSyntax expression) => model.GetOperation(expression, cancellationToken) is { } operation ? Constant(operation) : null;

    private long? Constant(IOperation operation) => _flow.Trace(operation).ConstantValue is { HasValue: true, Value: int number } ? number : null;
}
