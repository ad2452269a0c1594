using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4002: the first candidate is taken without a look at whether there is one. A blocked prompt is answered with none.</summary>
internal static class UncheckedAnswerRule
{
    /// <summary>Checks one read of candidates.</summary>
    public static void Check(AnswerRead read, AnswerChecks checks, Action<Diagnostic> report) => Check(read, checks, Descriptors.UncheckedAnswer, report);

    /// <summary>Checks one read of choices. Many APIs give them, so the request must be in sight, and its answer one that may have none.</summary>
    public static void CheckChoices(AnswerRead read, AnswerChecks checks, IEnumerable<ModelCall> sends, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (sends.Any(send => checks.IsOf(read, send.Syntax) && MayHaveNone(send, cancellationToken)))
        {
            Check(read, checks, Descriptors.UncheckedChoice, report);
        }
    }

    // Gemini answers a blocked prompt with 200 and without choices; others have at least one wherever the status is a success.
    private static bool MayHaveNone(ModelCall send, CancellationToken cancellationToken)
        => RequestTarget.Words(send, cancellationToken).IndexOf("completions", StringComparison.Ordinal) >= 0
            && (send.Provider is ModelProvider.Gemini or ModelProvider.VertexAI || ErrorTakenForAnswerRule.FindUnchecked(send, cancellationToken) is not null);

    private static void Check(AnswerRead read, AnswerChecks checks, DiagnosticDescriptor descriptor, Action<Diagnostic> report)
    {
        if (read.Taken is { } taken && !checks.AreMade(read))
        {
            SyntaxTree tree = taken.Node.SyntaxTree;
            bool isOneExpression = taken.Node.Span.Contains(read.Candidates.Node.Span);
            TextSpan span = isOneExpression ? TextSpan.FromBounds(read.Candidates.Span.Start, taken.Span.End) : taken.Node.Span;
            // The fixer looks before the list, wherever one of its items is taken.
            Location[] list = [read.Candidates.Node.GetLocation()];
            report(Diagnostic.Create(descriptor, Location.Create(tree, span), list, tree.GetText().ToString(span)));
        }
    }
}
