using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>Writes a report as JSON.</summary>
internal static class EvalJson
{
    internal static string Write(EvalReport report)
    {
        JsonObject scores = [];
        foreach (string scorer in report.Scorers)
        {
            JsonObject score = Write(report.PassRateOf(scorer));
            score["mean"] = report.MeanOf(scorer);
            scores[scorer] = score;
        }

        return RecordedJson.Write(new JsonObject
        {
            ["name"] = report.Name,
            ["passRate"] = Write(report.PassRate),
            ["totalTokenCount"] = report.Usage.TotalTokenCount,
            ["cost"] = report.Cost,
            ["scores"] = scores,
            ["results"] = new JsonArray([.. report.Results.Select(Write)]),
        }) + "\n";
    }

    private static JsonObject Write(EvalRate rate) => new()
    {
        ["passed"] = rate.Passed,
        ["total"] = rate.Total,
        ["rate"] = rate.Rate,
        ["low"] = rate.Low,
        ["high"] = rate.High,
    };

    private static JsonNode Write(EvalResult result)
    {
        JsonObject scores = [];
        foreach (KeyValuePair<string, EvalScore> score in result.Scores)
        {
            scores[score.Key] = new JsonObject { ["value"] = score.Value.Value, ["isPass"] = score.Value.IsPass, ["reason"] = score.Value.Reason };
        }

        return new JsonObject
        {
            ["name"] = result.Name,
            ["isPass"] = result.IsPass,
            ["input"] = result.Input,
            ["expected"] = result.Expected,
            ["answer"] = result.Answer,
            ["error"] = result.Error,
            ["milliseconds"] = result.Duration.TotalMilliseconds,
            ["scores"] = scores,
        };
    }
}
