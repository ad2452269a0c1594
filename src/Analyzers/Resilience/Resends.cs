using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Resilience;

/// <summary>
/// The forms of repetition that stand in the code beside a call rather than around it: where it failed, the member calls itself, calls once more, jumps back, or puts its work back
/// into a queue.
/// </summary>
internal static class Resends
{
    /// <summary>True when the failure of a call leads to another one, or the call itself is made because another one failed.</summary>
    public static bool AreBeside(InvocationExpressionSyntax call)
    {
        string? member = RetryShapes.EnclosingMemberName(call);
        SyntaxNode code = MemberOf(call);
        Outcome? outcome = null;
        foreach (SyntaxNode node in code.DescendantNodes())
        {
            if (RetryWords.IsPutIntoQueue(node))
            {
                outcome ??= new Outcome(call, code);
                if (outcome.PutsBack(node))
                {
                    return true;
                }
            }
            else if (node is GotoStatementSyntax jump ? JumpsBack(jump, call, code) : IsAnother(node, call, member))
            {
                outcome ??= new Outcome(call, code);
                if (IsReachedByFailure(node, code, outcome) || (IsSameCall(node, call) && IsReachedByFailure(call, code, new Outcome(node, code))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsReachedByFailure(SyntaxNode node, SyntaxNode code, Outcome outcome)
    {
        bool isFed = outcome.IsFed(node);
        if (outcome.LeadsTo(node, isFed))
        {
            return true;
        }

        // Behind a statement by which success left.
        foreach (SyntaxNode exit in code.DescendantNodes())
        {
            if (exit is ReturnStatementSyntax && exit.Span.End <= node.SpanStart && outcome.LetsOut(exit, isFed) && !outcome.IsOnSuccess(node))
            {
                return true;
            }
        }

        return false;
    }

    // M(await Send()) hands the result to a method that is called like the member; it repeats nothing.
    private static bool IsAnother(SyntaxNode node, InvocationExpressionSyntax call, string? member)
        => node is InvocationExpressionSyntax other && !other.Span.Contains(call.Span)
            && ((member is not null && RetryShapes.NameOf(other) == member) || IsSameCall(other, call));

    private static bool IsSameCall(SyntaxNode other, InvocationExpressionSyntax call)
        => other is InvocationExpressionSyntax invocation && SyntaxFactory.AreEquivalent(invocation.Expression, call.Expression);

    private static bool JumpsBack(GotoStatementSyntax jump, InvocationExpressionSyntax call, SyntaxNode code)
    {
        if (jump.Expression is IdentifierNameSyntax target && jump.SpanStart > call.SpanStart)
        {
            foreach (SyntaxNode node in code.DescendantNodes())
            {
                if (node is LabeledStatementSyntax label && label.Identifier.ValueText == target.Identifier.ValueText && label.SpanStart <= call.SpanStart)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SyntaxNode MemberOf(SyntaxNode node)
    {
        SyntaxNode member = node;
        while (member.Parent is { } parent && member is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax) or GlobalStatementSyntax)
        {
            member = parent;
        }

        return member;
    }
}
