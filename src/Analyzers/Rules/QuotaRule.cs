using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3008: one call, or the calls of one loop, are certainly above a quota that the project has configured. Without configuration nothing is known of quotas.</summary>
internal static class QuotaRule
{
    /// <summary>Checks the loops around a call.</summary>
    public static void CheckLoop(ModelCall call, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (RuleOptions.GetRequestsPerDay(options, call.Syntax.SyntaxTree) is { } quota
            && new LoopBound(call.Model, cancellationToken).Of(call.Syntax) is { } bound
            && bound.Rounds > quota)
        {
            report(Diagnostic.Create(Descriptors.LoopAboveQuota, call.Syntax.Expression.GetLocation(), RetryShapes.NameOf(call.Syntax), bound.Rounds, quota));
        }
    }

    /// <summary>Checks the estimate of one call of a contract's method.</summary>
    /// <param name="method">The method's name.</param>
    /// <param name="tokens">Its texts, and its arguments where they are bounded.</param>
    /// <param name="location">The place of its longest text.</param>
    /// <param name="options">The project's options.</param>
    /// <param name="tree">The file of the contract.</param>
    /// <param name="report">Takes the finding.</param>
    public static void CheckCall(string method, int tokens, Location? location, AnalyzerOptions options, SyntaxTree tree, Action<Diagnostic> report)
    {
        if (location is not null && RuleOptions.GetTokensPerMinute(options, tree) is { } quota && tokens > quota)
        {
            report(Diagnostic.Create(Descriptors.RequestAboveQuota, location, method, tokens, quota));
        }
    }
}
