using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>The forms of repetition that stand in the code beside a call rather than around it: a member that calls itself, a second call after the first, a result that a loop tests.</summary>
internal static class Resends
{
    /// <summary>True when the member that makes a call also calls itself, or makes the same call once more on a condition.</summary>
    public static bool AreBeside(InvocationExpressionSyntax call)
    {
        string? member = RetryShapes.EnclosingMemberName(call);
        SyntaxNode code = MemberOf(call);
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            // M(await Send()) hands the result to a method that is called like the member; it repeats nothing.
            if (node is not InvocationExpressionSyntax other || other.Span.Contains(call.Span))
            {
                continue;
            }

            bool callsItself = member is not null && RetryShapes.NameOf(other) == member;
            if (callsItself || (IsSameCall(call, other) && (IsConditional(call, code) || IsConditional(other, code))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a loop tests what a call in it gave: in a condition itself, or by a variable that conditions of the loop name.</summary>
    public static bool AreDecidedBy(StatementSyntax loop, SyntaxNode call)
    {
        string? result = null;
        for (SyntaxNode? node = call; node is not null && node != loop; node = node.Parent)
        {
            if (IsCondition(node))
            {
                return true;
            }

            result ??= node.Parent switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } assignment when assignment.Right == node => name.Identifier.ValueText,
                EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
                _ => null,
            };
        }

        return result is not null && ConditionsName(loop, result);
    }

    private static bool ConditionsName(StatementSyntax loop, string name)
    {
        foreach (SyntaxNode node in loop.DescendantNodes())
        {
            if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name)
            {
                for (SyntaxNode? part = node; part is not null && part != loop.Parent; part = part.Parent)
                {
                    if (IsCondition(part))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    private static bool IsCondition(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == node,
        WhileStatementSyntax parent => parent.Condition == node,
        DoStatementSyntax parent => parent.Condition == node,
        ForStatementSyntax parent => parent.Condition == node,
        _ => false,
    };

    private static bool IsSameCall(InvocationExpressionSyntax left, InvocationExpressionSyntax right)
        => SyntaxFactory.AreEquivalent(left.Expression, right.Expression)
            // A request goes out once: a second try sends another object.
            && (RetryShapes.NameOf(left) is "SendAsync" or "Send" || SyntaxFactory.AreEquivalent(FirstArgument(left), FirstArgument(right)));

    private static bool IsConditional(SyntaxNode call, SyntaxNode code)
    {
        for (SyntaxNode? node = call; node is not null && node != code; node = node.Parent)
        {
            if (node.Parent is IfStatementSyntax or CatchClauseSyntax or ConditionalExpressionSyntax
                || (node.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce && coalesce.Right == node))
            {
                return true;
            }
        }

        return false;
    }

    private static SyntaxNode MemberOf(SyntaxNode node)
    {
        SyntaxNode member = node;
        while (member.Parent is { } parent && member is not MemberDeclarationSyntax or GlobalStatementSyntax)
        {
            member = parent;
        }

        return member;
    }

    private static ArgumentSyntax? FirstArgument(InvocationExpressionSyntax call)
        => call.ArgumentList.Arguments.Count > 0 ? call.ArgumentList.Arguments[0] : null;
}
