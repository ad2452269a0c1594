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
            report(Diagnostic.Create(Descriptors.OutputTokensAboveLimit, setting.Location, tokens, model.Id, model.LongDecodeTokenLimit ?? model.OutputTokenLimit));
        }
        else if (tokens > model.OutputTokenLimitWithoutStream && isAnsweredWhole())
        {
            report(Diagnostic.Create(Descriptors.OutputTokensAboveLimitWithoutStream, setting.Location, tokens, model.Id, model.OutputTokenLimitWithoutStream));
        }
    }

    /// <summary>Whether a method gives its answer in one piece.</summary>
    public static bool IsInOnePiece(IMethodSymbol method)
        => method.ReturnType is { Name: "Task" or "ValueTask", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Threading.Tasks";
}
