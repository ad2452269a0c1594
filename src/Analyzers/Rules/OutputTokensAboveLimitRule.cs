using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.Limits;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG3002: more output tokens asked for than the model has.</summary>
internal static class OutputTokensAboveLimitRule
{
    /// <summary>Checks one setting.</summary>
    public static void Check(Setting setting, Action<Diagnostic> report)
    {
        if (setting is { Name: WellKnownNames.MaxOutputTokens, Integer: { } tokens, Model: { OutputTokenLimit: { } limit } model } && tokens > limit)
        {
            report(Diagnostic.Create(Descriptors.OutputTokensAboveLimit, setting.Location, tokens, model.Id, limit));
        }
    }
}
