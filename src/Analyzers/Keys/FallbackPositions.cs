using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>The places of a value that is taken when another is missing.</summary>
internal static class FallbackPositions
{
    /// <summary>True right of <c>??</c> and <c>??=</c>, in a branch of a conditional, an arm of a switch, and for a default value.</summary>
    public static bool IsIn(SyntaxNode text)
    {
        SyntaxNode value = Outwards(text);
        return Around(value) is not null || value.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && assignment.Right == value,
            EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
            _ => false,
        };
    }

    /// <summary>The expression that chooses between a value and others; null where there is no choice.</summary>
    public static ExpressionSyntax? Around(SyntaxNode text)
    {
        SyntaxNode value = Outwards(text);
        return value.Parent switch
        {
            BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == value => binary,
            ConditionalExpressionSyntax conditional when conditional.Condition != value => conditional,
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } arm when arm.Expression == value => choice,
            _ => null,
        };
    }

    private static SyntaxNode Outwards(SyntaxNode text)
    {
        SyntaxNode value = text is InterpolatedStringTextSyntax ? text.Parent! : text;
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            value = value.Parent;
        }

        return value;
    }
}
