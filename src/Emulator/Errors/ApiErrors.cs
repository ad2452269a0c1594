using System.Globalization;
using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Errors;

/// <summary>The errors the API answers with, by cause.</summary>
internal static class ApiErrors
{
    private const string Service = "generativelanguage.googleapis.com";

    public static ApiError KeyMissing() => new(403, "PERMISSION_DENIED",
        "Unregistered callers are not allowed to use this method. Send an API key in the x-goog-api-key header.");

    public static ApiError KeyInvalid() => new(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key.",
        () => [ErrorInfo("API_KEY_INVALID")]);

    public static ApiError TokenNotSupported() => new(401, "UNAUTHENTICATED",
        "The credentials of this request are not valid. An access token is not accepted here; send an API key.",
        () => [ErrorInfo("ACCESS_TOKEN_TYPE_UNSUPPORTED")]);

    /// <summary>Google Cloud's word for a token that is none, a key say.</summary>
    public static ApiError TokenInvalid() => new(401, "UNAUTHENTICATED",
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.",
        () => [ErrorInfo("ACCESS_TOKEN_TYPE_UNSUPPORTED", "aiplatform.googleapis.com")]);

    public static ApiError TokenMissing() => new(401, "UNAUTHENTICATED",
        "Request is missing required authentication credential. Expected an OAuth 2 access token or another valid authentication credential.",
        () => [ErrorInfo("CREDENTIALS_MISSING", "aiplatform.googleapis.com")]);

    public static ApiError ModelNotFound(string model, string version, string method) => new(404, "NOT_FOUND",
        $"models/{model} is not found for API version {version}, or does not support {method}. ListModels tells which models there are and what they support.");

    public static ApiError CloudModelNotFound(string parent, string model) => new(404, "NOT_FOUND",
        $"Publisher Model `{parent}publishers/google/models/{model}` was not found or your project does not have access to it. Please ensure you are using a valid model version.");

    public static ApiError PathNotFound(string path) => new(404, "NOT_FOUND", $"The emulator knows no resource at '{path}'.");

    public static ApiError FileNotFound(string id) => new(403, "PERMISSION_DENIED", $"The file {id} does not exist, or this key may not use it.");

    // Not 404, though the table of the API's errors says so: what does not exist and what may not be seen are told alike.
    public static ApiError CacheNotFound() => new(403, "PERMISSION_DENIED", "CachedContent not found (or permission denied)");

    public static ApiError NotFound(string message) => new(404, "NOT_FOUND", message);

    public static ApiError Precondition(string message) => new(400, "FAILED_PRECONDITION", message);

    public static ApiError Exists(string message) => new(409, "ALREADY_EXISTS", message);

    public static ApiError StorageFull(long maxBytes) => new(429, "RESOURCE_EXHAUSTED", string.Create(CultureInfo.InvariantCulture,
        $"The files of this project would take more than {maxBytes} bytes; delete some, or wait until they expire."), () =>
        [
            new JsonObject
            {
                ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
                ["violations"] = new JsonArray(new JsonObject
                {
                    ["quotaMetric"] = Service + "/file_storage_bytes",
                    ["quotaId"] = "FileStorageBytesPerProject",
                    ["quotaValue"] = maxBytes.ToString(CultureInfo.InvariantCulture),
                }),
            },
        ]);

    public static ApiError TooLarge(long maxBytes) =>
        new(413, "INVALID_ARGUMENT", string.Create(CultureInfo.InvariantCulture, $"The request is larger than the limit of {maxBytes} bytes."));

    public static ApiError Invalid(string message) => new(400, "INVALID_ARGUMENT", message);

    public static ApiError Invalid(string field, string description) => Invalid([new FieldViolation(field, description)]);

    public static ApiError Invalid(IReadOnlyList<FieldViolation> violations) => new(
        400,
        "INVALID_ARGUMENT",
        string.Join('\n', violations.Select(violation => violation.Description)),
        () =>
        [
            new JsonObject
            {
                ["@type"] = "type.googleapis.com/google.rpc.BadRequest",
                ["fieldViolations"] = new JsonArray([.. violations.Select(ToNode)]),
            },
        ]);

    public static ApiError Internal() => new(500, "INTERNAL", "An internal error has occurred.");

    public static ApiError RequestTimeout(TimeSpan limit) =>
        new(408, "DEADLINE_EXCEEDED", string.Create(CultureInfo.InvariantCulture, $"The request did not arrive whole within {limit.TotalSeconds} s."));

    public static ApiError DeadlineExceeded() => new(504, "DEADLINE_EXCEEDED", "Deadline expired before operation could complete.");

    public static ApiError Unavailable() => new(503, "UNAVAILABLE", "The model is overloaded at the moment. Try again later.");

    public static ApiError QuotaPerMinute(TimeSpan retryAfter) =>
        Quota("GenerateRequestsPerMinutePerProjectPerModel-FreeTier", "10", retryAfter);

    public static ApiError QuotaPerDay(TimeSpan retryAfter) =>
        Quota("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "20", retryAfter);

    private static ApiError Quota(string quotaId, string quotaValue, TimeSpan retryAfter)
    {
        string delay = retryAfter.TotalSeconds.ToString("0.#########", CultureInfo.InvariantCulture) + "s";
        return new ApiError(
            429,
            "RESOURCE_EXHAUSTED",
            $"You exceeded your current quota ({quotaId}, limit: {quotaValue}). Please retry in {delay}.",
            () =>
            [
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.QuotaFailure",
                    ["violations"] = new JsonArray(new JsonObject
                    {
                        ["quotaMetric"] = Service + "/generate_content_free_tier_requests",
                        ["quotaId"] = quotaId,
                        ["quotaDimensions"] = new JsonObject { ["location"] = "global" },
                        ["quotaValue"] = quotaValue,
                    }),
                },
                new JsonObject
                {
                    ["@type"] = "type.googleapis.com/google.rpc.Help",
                    ["links"] = new JsonArray(new JsonObject
                    {
                        ["description"] = "Learn more about Gemini API quotas",
                        ["url"] = "https://ai.google.dev/gemini-api/docs/rate-limits",
                    }),
                },
                new JsonObject { ["@type"] = "type.googleapis.com/google.rpc.RetryInfo", ["retryDelay"] = delay },
            ]);
    }

    private static JsonObject ErrorInfo(string reason, string service = Service) => new()
    {
        ["@type"] = "type.googleapis.com/google.rpc.ErrorInfo",
        ["reason"] = reason,
        ["domain"] = "googleapis.com",
        ["metadata"] = new JsonObject { ["service"] = service },
    };

    private static JsonObject ToNode(FieldViolation violation) => violation.Field.Length == 0
        ? new JsonObject { ["description"] = violation.Description }
        : new JsonObject { ["field"] = violation.Field, ["description"] = violation.Description };
}
