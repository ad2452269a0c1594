using System.Text.Json.Nodes;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Counts the tokens of a prompt.</summary>
internal static class PromptUsage
{
    private const string Text = "TEXT";

    public static Usage Of(IReadOnlyList<string> systemTexts, IReadOnlyList<Turn> turns)
    {
        int text = systemTexts.Count > 0 ? TokenEstimator.TokensPerTurn : 0;
        text += systemTexts.Sum(static text => TokenEstimator.Estimate(text));
        var media = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Turn turn in turns)
        {
            text += TokenEstimator.TokensPerTurn + turn.Texts.Sum(static text => TokenEstimator.Estimate(text)) + turn.Results.Sum(static text => TokenEstimator.Estimate(text));
            foreach ((string modality, int tokens) in turn.MediaTokens)
            {
                media[modality] = media.GetValueOrDefault(modality) + tokens;
            }
        }

        // The text of a file is text.
        if (media.Remove(Text, out int inFiles))
        {
            text += inFiles;
        }

        return new Usage(text, media.Values.Sum(), Candidates: 0, Thoughts: 0) { Media = media.Count > 0 ? [.. media.Select(pair => (pair.Key, pair.Value))] : null };
    }

    public static JsonArray Details(Usage usage)
    {
        var details = new JsonArray(new JsonObject { ["modality"] = Text, ["tokenCount"] = usage.PromptText });
        foreach ((string modality, int tokens) in usage.Media ?? [])
        {
            details.Add(new JsonObject { ["modality"] = modality, ["tokenCount"] = tokens });
        }

        return details;
    }
}
