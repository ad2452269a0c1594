using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>A condition on which a piece of code runs.</summary>
/// <param name="Condition">The condition, or what a <c>switch</c> goes by.</param>
/// <param name="Verdict">What it says about a call that it tests.</param>
internal readonly record struct Guard(ExpressionSyntax Condition, Verdict Verdict)
{
    /// <summary>The condition that a node's parent puts in front of it; null where it puts none.</summary>
    public static Guard? Of(SyntaxNode part) => part.Parent switch
    {
        IfStatementSyntax parent when parent.Statement == part => When(parent.Condition, true),
        ElseClauseSyntax { Parent: IfStatementSyntax parent } => When(parent.Condition, false),
        WhileStatementSyntax parent when parent.Statement == part => When(parent.Condition, true),
        ForStatementSyntax { Condition: { } condition } parent when parent.Statement == part => When(condition, true),
        ConditionalExpressionSyntax parent when parent.WhenTrue == part => When(parent.Condition, true),
        ConditionalExpressionSyntax parent when parent.WhenFalse == part => When(parent.Condition, false),
        BinaryExpressionSyntax parent when parent.Right == part => OfOperator(parent),
        SwitchSectionSyntax { Parent: SwitchStatementSyntax parent } => new Guard(parent.Expression, Verdict.Unknown),
        SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax parent } => new Guard(parent.GoverningExpression, Verdict.Unknown),
        _ => null,
    };

    private static Guard? OfOperator(BinaryExpressionSyntax parent) => parent.Kind() switch
    {
        SyntaxKind.LogicalAndExpression => When(parent.Left, true),
        SyntaxKind.LogicalOrExpression => When(parent.Left, false),
        SyntaxKind.CoalesceExpression => new Guard(parent.Left, Verdict.Failure),
        _ => null,
    };

    private static Guard When(ExpressionSyntax condition, bool holds)
    {
        Verdict verdict = Verdicts.Of(condition);
        return new Guard(condition, holds ? verdict : Verdicts.Opposite(verdict));
    }
}
