using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Keys;

/// <summary>Local variables as the source of one member shows them, by spelling.</summary>
internal static class LocalTexts
{
    /// <summary>The member a node stands in, or the whole program of top-level statements.</summary>
    public static SyntaxNode MemberOf(SyntaxNode node)
    {
        SyntaxNode member = node;
        while (member.Parent is { } parent && member is not MemberDeclarationSyntax or GlobalStatementSyntax)
        {
            member = parent;
        }

        return member;
    }

    /// <summary>What a local variable is declared with, when nothing else is ever assigned to that name in the member; otherwise null.</summary>
    public static ExpressionSyntax? OnlyValue(IdentifierNameSyntax name)
    {
        ExpressionSyntax? value = null;
        string text = name.Identifier.ValueText;
        foreach (SyntaxNode node in MemberOf(name).DescendantNodes())
        {
            switch (node)
            {
                case VariableDeclaratorSyntax variable when variable.Identifier.ValueText == text:
                    if (value is not null || variable.Initializer is null)
                    {
                        return null;
                    }

                    value = variable.Initializer.Value;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } when target.Identifier.ValueText == text:
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax passed } when passed.Identifier.ValueText == text:
                    return null;
            }
        }

        return value;
    }
}
