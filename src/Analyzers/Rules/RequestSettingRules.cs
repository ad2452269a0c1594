using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Shows the settings of a request that code spells out to the rules about settings (GG3002, GG3003, GG3006).</summary>
internal static class RequestSettingRules
{
    /// <summary>Checks settings.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="isAnsweredWhole">Whether the answer provably comes in one piece.</param>
    /// <param name="report">Takes findings.</param>
    public static void Check(RequestSettings settings, bool isAnsweredWhole, Action<Diagnostic> report)
    {
        bool isInRange = true;
        foreach (RequestSetting setting in settings.All)
        {
            bool isOutOfRange = SettingOutOfRangeRule.Check(setting, report);
            isInRange &= !isOutOfRange || setting.Name is not (WellKnownNames.Thinking or WellKnownNames.ThinkingBudget or WellKnownNames.MaxOutputTokens);
        }

        if (settings.MaxOutputTokens is { } tokens)
        {
            OutputTokensAboveLimitRule.Check(tokens, () => isAnsweredWhole, report);
            if (isInRange && !settings.IsThinkingUnknown)
            {
                OutputTokensTooFewRule.Check(tokens, settings.ThinkingLevel?.Member, settings.ThinkingBudget?.Integer, report);
            }
        }
    }
}
