using System.Globalization;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Quotas;

/// <summary>429 as the API says it, for one quota or several.</summary>
internal static class QuotaErrors
{
    private const string RateLimits = "https://ai.google.dev/gemini-api/docs/rate-limits";

    public static ApiError Exceeded(IReadOnlyList<QuotaViolation> violations, TimeSpan retryAfter)
    {
        string delay = retryAfter.TotalSeconds.ToString("0.#########", CultureInfo.InvariantCulture) + "s";
        IEnumerable<string> exceeded = violations.Select(violation =>
            string.Create(CultureInfo.InvariantCulture, $"* Quota exceeded for metric: {violation.Metric}, limit: {violation.Limit}, model: {violation.Model}"));
        return new ApiError(
            429,
            "RESOURCE_EXHAUSTED",
            $"You exceeded your current quota, please check your plan and billing details. For more information on this error, head to: {RateLimits}.\n{string.Join('\n', exceeded)}\nPlease retry in {delay}.",
            () =>
            [
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
                    ["violations"] = new JsonArray([.. violations.Select(ToNode)]),
                },
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.Help",
                    ["links"] = new JsonArray(new JsonObject { ["description"] = "Learn more about Gemini API quotas", ["url"] = RateLimits }),
                },
                new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = delay },
            ]);
    }

    private static JsonObject ToNode(QuotaViolation violation) => new()
    {
        ["quotaMetric"] = violation.Metric,
        ["quotaId"] = violation.Id,
        ["quotaDimensions"] = new JsonObject { ["location"] = violation.Location, ["model"] = violation.Model },
        ["quotaValue"] = violation.Limit.ToString(CultureInfo.InvariantCulture),
    };
}
