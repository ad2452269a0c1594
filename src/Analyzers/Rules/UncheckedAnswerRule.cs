using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4002: the first candidate is taken without a look at whether there is one. A blocked prompt is answered with none.</summary>
internal static class UncheckedAnswerRule
{
    /// <summary>Checks one read.</summary>
    public static void Check(AnswerRead read, AnswerChecks checks, Action<Diagnostic> report)
    {
        if (read.Taken is { } taken && !checks.AreMade(read))
        {
            SyntaxTree tree = taken.Node.SyntaxTree;
            bool isOneExpression = taken.Node.Span.Contains(read.Candidates.Node.Span);
            TextSpan span = isOneExpression ? TextSpan.FromBounds(read.Candidates.Span.Start, taken.Span.End) : taken.Node.Span;
            // The fixer looks before the candidates, wherever one of them is taken.
            Location[] candidates = [read.Candidates.Node.GetLocation()];
            report(Diagnostic.Create(Descriptors.UncheckedAnswer, Location.Create(tree, span), candidates, tree.GetText().ToString(span)));
        }
    }
}
