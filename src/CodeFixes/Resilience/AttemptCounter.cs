using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Resilience;

/// <summary>How a loop counts its attempts, and how it is told to go on.</summary>
internal static class AttemptCounter
{
    /// <summary>
    /// The variable that counts the attempts and ends the loop by their number: that of a <c>for</c>, or one from before the loop that is small at first, goes up at one place and is
    /// compared. Null where there is none.
    /// </summary>
    public static string? Of(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
        => loop is ForStatementSyntax { Declaration.Variables: [{ } variable] } counted ? OfHeader(counted, variable, model, cancellationToken) : OfBody(loop, model, cancellationToken);

    /// <summary>True where the loop counts downwards: what grows with such a count would shrink.</summary>
    public static bool IsDownward(StatementSyntax loop)
        => loop.DescendantNodes().Any(static node => node.Kind() is SyntaxKind.PostDecrementExpression or SyntaxKind.PreDecrementExpression or SyntaxKind.SubtractAssignmentExpression);

    /// <summary>True when nothing but the number of attempts decides whether the loop goes on, so that it leaves by a jump where the call went well.</summary>
    public static bool IsSoleCondition(StatementSyntax loop, string? counter) => ConditionOf(loop) switch
    {
        null or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => true,
        BinaryExpressionSyntax comparison => counter is not null && IsComparison(comparison) && NamesIn(comparison).Contains(counter),
        _ => false,
    };

    /// <summary>What a loop without a count goes by: nothing, or a variable that says whether it is done. Null for a loop that goes by more.</summary>
    public static string? UncountedCondition(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken) => (loop, ConditionOf(loop)) switch
    {
        (ForStatementSyntax { Condition: null, Declaration: null, Initializers.Count: 0, Incrementors.Count: 0 }, _) => "",
        (WhileStatementSyntax, LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression }) => "",
        (WhileStatementSyntax, { } condition) when IsFlag(condition, model, cancellationToken) => condition.ToString(),
        _ => null,
    };

    private static bool IsFlag(ExpressionSyntax condition, SemanticModel model, CancellationToken cancellationToken)
    {
        ExpressionSyntax flag = condition is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not ? not.Operand : condition;
        return flag is IdentifierNameSyntax && model.GetSymbolInfo(flag, cancellationToken).Symbol is ILocalSymbol { Type.SpecialType: SpecialType.System_Boolean };
    }

    private static ExpressionSyntax? ConditionOf(StatementSyntax loop) => loop switch
    {
        ForStatementSyntax statement => statement.Condition,
        WhileStatementSyntax statement => statement.Condition,
        _ => null,
    };

    // "for (int i = 0; i < 3; i++)"
    private static string? OfHeader(ForStatementSyntax loop, VariableDeclaratorSyntax variable, SemanticModel model, CancellationToken cancellationToken)
        => loop is { Condition: not null, Incrementors: [PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression }] }
            && model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32 } ? variable.Identifier.Text : null;

    // "int attempt = 0; while (attempt < 3) { attempt++; … }" and "while (true) { … catch { if (++attempt == 3) throw; } }"
    private static string? OfBody(StatementSyntax loop, SemanticModel model, CancellationToken cancellationToken)
    {
        string? counter = null;
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            if (IncrementedBy(node) is not IdentifierNameSyntax name)
            {
                continue;
            }

            if (counter is not null || !BeginsSmall(model.GetSymbolInfo(name, cancellationToken).Symbol, loop, cancellationToken))
            {
                return null;
            }

            counter = name.Identifier.Text;
        }

        return counter is not null && loop.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(test => IsComparison(test) && NamesIn(test).Contains(counter)) ? counter : null;
    }

    private static ExpressionSyntax? IncrementedBy(SyntaxNode node) => node switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression } increment => increment.Operand,
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression } increment => increment.Operand,
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } addition => addition.Left,
        _ => null,
    };

    private static bool BeginsSmall(ISymbol? counter, StatementSyntax loop, CancellationToken cancellationToken)
        => counter is ILocalSymbol { Type.SpecialType: SpecialType.System_Int32, DeclaringSyntaxReferences: [{ } reference] }
            && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax { Token.Value: 0 or 1 } } variable
            && !loop.Span.Contains(variable.Span);

    private static bool IsComparison(BinaryExpressionSyntax expression) => expression.Kind()
        is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression or SyntaxKind.EqualsExpression;

    private static IEnumerable<string> NamesIn(SyntaxNode node) => node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.Text);
}
