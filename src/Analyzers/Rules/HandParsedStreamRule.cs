using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4008: the lines of a stream are told by their beginning, and nothing in the file looks for an error in it.</summary>
internal static class HandParsedStreamRule
{
    /// <summary>Checks a file in which an answer is asked for as a stream. A member is told once.</summary>
    public static void Check(SyntaxNode root, Action<Diagnostic> report)
    {
        List<LiteralExpressionSyntax> beginnings = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(IsBeginning).ToList();
        if (beginnings.Count == 0 || ResponseReads.SpeaksOfErrors(root) || root.DescendantNodes().Any(static node => node is SimpleNameSyntax { Identifier.ValueText: "SseParser" }))
        {
            return;
        }

        var seen = new HashSet<SyntaxNode?>();
        foreach (LiteralExpressionSyntax beginning in beginnings)
        {
            if (seen.Add(AnswerChecks.MemberOf(beginning)))
            {
                report(Diagnostic.Create(Descriptors.HandParsedStream, beginning.GetLocation(), beginning.Token.ValueText));
            }
        }
    }

    private static bool IsBeginning(LiteralExpressionSyntax literal)
        => literal.Token.Value is "data:" or "data: "
            && literal.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            && RetryShapes.NameOf(call) is "StartsWith" or "Replace" or "IndexOf" or "Split" or "TrimStart" or "Substring" or "Remove" or "Contains";
}
