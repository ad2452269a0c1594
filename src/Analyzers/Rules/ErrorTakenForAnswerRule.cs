using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4004: a response is parsed as an answer, and nothing looks at its status. The body of an error is JSON as well.</summary>
internal static class ErrorTakenForAnswerRule
{
    /// <summary>Checks the requests of a file.</summary>
    public static void Check(IReadOnlyList<ModelCall> calls, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        var seen = new HashSet<SyntaxNode>();
        foreach (ModelCall call in calls)
        {
            if (!MayHandlerLook(call, cancellationToken) && ResponseReads.FindUnchecked(call, cancellationToken) is { } read && seen.Add(read))
            {
                report(Diagnostic.Create(Descriptors.ErrorTakenForAnswer, read.GetLocation()));
            }
        }
    }

    // A client from elsewhere may have a handler of the project's own that throws.
    private static bool MayHandlerLook(ModelCall call, CancellationToken cancellationToken)
        => call.Origin.Kind != ClientOriginKind.Plain
            && call.Model.Compilation.SyntaxTrees.Any(tree => tree.GetText(cancellationToken).ToString().IndexOf("DelegatingHandler", StringComparison.Ordinal) >= 0);
}
