using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG4012: a request sent by hand says no more than a contract can.</summary>
internal static class RawCallRule
{
    /// <summary>Checks the requests of a file.</summary>
    public static void Check(IReadOnlyList<ModelCall> calls, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (ModelCall call in calls)
        {
            if (RawPrompt.Read(call, cancellationToken) is { } prompt)
            {
                report(Diagnostic.Create(Descriptors.RawCall, call.Syntax.Expression.GetLocation(), prompt.Properties(), prompt.Method.Identifier.ValueText));
            }
        }
    }
}
