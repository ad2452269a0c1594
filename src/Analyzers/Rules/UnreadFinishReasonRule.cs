using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4003: an answer is read in a project that nowhere reads why the model stopped, so an answer cut short passes for a whole one.</summary>
internal static class UnreadFinishReasonRule
{
    /// <summary>Checks one read.</summary>
    public static void Check(AnswerRead read, AnswerChecks checks, Compilation compilation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (FinishReasons.AreRead(compilation, cancellationToken))
        {
            return;
        }

        // Whether there is a candidate comes before why it stopped; the fixer asks the candidate.
        Location[] taken = read.Taken is { IsConditional: false } candidate && checks.AreMade(read) ? [candidate.Node.GetLocation()] : [];
        report(Diagnostic.Create(Descriptors.UnreadFinishReason, Location.Create(read.Parts.Node.SyntaxTree, read.Parts.Span), additionalLocations: taken));
    }
}
