using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3002: more output tokens asked for than the API accepts for the model, which for some depends on whether the answer is streamed.</summary>
internal static class OutputTokensAboveLimitRule
{
    /// <summary>Checks one setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="isAnsweredWhole">Tells whether it is for an answer in one piece.</param>
    /// <param name="report">Takes the finding.</param>
    public static void Check(Setting setting, Func<bool> isAnsweredWhole, Action<Diagnostic> report)
    {
        if (setting is not { Name: WellKnownNames.MaxOutputTokens, Integer: { } tokens, Model: { } model })
        {
            return;
        }

        if (tokens > (model.LongDecodeTokenLimit ?? model.OutputTokenLimit))
        {
            int? limit = model.LongDecodeTokenLimit ?? model.OutputTokenLimit;
            report(Create(Descriptors.OutputTokensAboveLimit, setting, tokens, model.Id, limit));
        }
        else if (tokens > model.OutputTokenLimitWithoutStream && isAnsweredWhole())
        {
            report(Create(Descriptors.OutputTokensAboveLimitWithoutStream, setting, tokens, model.Id, model.OutputTokenLimitWithoutStream));
        }
    }

    /// <summary>Whether a method gives its answer in one piece.</summary>
    public static bool IsInOnePiece(IMethodSymbol method)
        => method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Threading.Tasks";

    // At a model's id there is no number to replace.
    private static Diagnostic Create(DiagnosticDescriptor descriptor, Setting setting, int tokens, string model, int? limit)
        => Diagnostic.Create(descriptor, setting.Location, ReplacementProperties.Of(limit?.ToString(System.Globalization.CultureInfo.InvariantCulture)), tokens, model, limit);
}
