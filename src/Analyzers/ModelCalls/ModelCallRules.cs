using GeminiGen.Analyzers.Resilience;
using GeminiGen.Analyzers.Rules;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.ModelCalls;

/// <summary>The rules about calls that reach a model. Each call is read once and shown to all of them.</summary>
internal static class ModelCallRules
{
    /// <summary>Shows a call to the rules.</summary>
    public static void Check(ModelCall call, ProjectFacts project, OperationAnalysisContext context)
    {
        NoRetryRule.CheckSend(call, project, context.ReportDiagnostic, context.CancellationToken);
    }
}
