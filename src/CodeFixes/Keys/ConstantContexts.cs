using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.CodeFixes.Keys;

/// <summary>Knows where the language accepts only constants, so that a value read at run time would not compile.</summary>
internal static class ConstantContexts
{
    /// <summary>True when the expression must stay a constant.</summary>
    public static bool RequiresConstant(SyntaxNode expression)
    {
        for (SyntaxNode? node = expression; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case AttributeSyntax or PatternSyntax or SwitchLabelSyntax or EnumMemberDeclarationSyntax or GotoStatementSyntax:
                case EqualsValueClauseSyntax { Parent: ParameterSyntax }:
                // "text is Name" is spelled like a test for a type.
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test when test.Right.Span.Contains(expression.Span):
                case LocalDeclarationStatementSyntax { IsConst: true }:
                    return true;
                case FieldDeclarationSyntax field:
                    return field.Modifiers.Any(SyntaxKind.ConstKeyword);
                case StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax:
                    return false;
            }
        }

        return false;
    }
}
