using System.Text.Json.Nodes;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Counts the tokens of a prompt.</summary>
internal static class PromptUsage
{
    public static Usage Of(IReadOnlyList<string> systemTexts, IReadOnlyList<Turn> turns)
    {
        int text = systemTexts.Count > 0 ? TokenEstimator.TokensPerTurn : 0;
        text += systemTexts.Sum(static text => TokenEstimator.Estimate(text));
        int media = 0;
        foreach (Turn turn in turns)
        {
            text += TokenEstimator.TokensPerTurn + turn.Texts.Sum(static text => TokenEstimator.Estimate(text)) + turn.Results.Sum(static text => TokenEstimator.Estimate(text));
            media += turn.MediaTokens;
        }

        return new Usage(text, media, Candidates: 0, Thoughts: 0);
    }

    public static JsonArray Details(Usage usage)
    {
        var details = new JsonArray(new JsonObject { ["modality"] = "TEXT", ["tokenCount"] = usage.PromptText });
        if (usage.PromptMedia > 0)
        {
            details.Add(new JsonObject { ["modality"] = "IMAGE", ["tokenCount"] = usage.PromptMedia });
        }

        return details;
    }
}
