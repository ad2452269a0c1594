using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG1007: a key serves where none is configured.</summary>
internal static class FallbackKeyRule
{
    /// <summary>Tells about a key, by family, length and prefix.</summary>
    public static Diagnostic Create(KeyMatch match, Location location)
        => Diagnostic.Create(Descriptors.FallbackKey, location, match.Family.Name, match.KeyLength, match.Family.Prefix);

    /// <summary>True where a text is taken when another is missing: right of <c>??</c> and <c>??=</c>, a branch of a conditional, an arm of a switch, a default value.</summary>
    public static bool IsFallback(SyntaxNode text)
    {
        SyntaxNode value = text is InterpolatedStringTextSyntax ? text.Parent! : text;
        while (value.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.CoalesceExpression) && binary.Right == value,
            AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression) && assignment.Right == value,
            ConditionalExpressionSyntax conditional => conditional.Condition != value,
            SwitchExpressionArmSyntax arm => arm.Expression == value,
            EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
            _ => false,
        };
    }
}
