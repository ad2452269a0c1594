using System.Net;
using System.Text;

namespace GeminiGen;

/// <summary>Makes the exceptions for errors of the API: each says what is wrong and what to do.</summary>
internal static class ApiErrors
{
    private const int MaxApiMessage = 1000;

    /// <summary>The exception for an error response, or for a successful one that holds an error.</summary>
    internal static GeminiApiException FromResponse(HttpResponseMessage response, ReadOnlySpan<byte> body, PreparedMethod method, ClientSettings settings)
    {
        string text = Encoding.UTF8.GetString(body);
        ApiError error = ApiErrorReader.Read(text) ?? new ApiError { Message = Excerpt(text) };
        int status = response.IsSuccessStatusCode && error.Code != 0 ? error.Code : (int)response.StatusCode;
        error.RetryDelay ??= RetryAfter(response, settings.Clock) ?? Durations.FindInMessage(error.Message ?? "");
        return Create(status, Clean(error, settings.ApiKey), method, settings);
    }

    /// <summary>The exception for a response that claims success and holds nothing we can read.</summary>
    internal static GeminiServerException NoResponse(HttpResponseMessage response, Exception? cause) => new(
        $"The answer to the request ({(int)response.StatusCode}, {response.Content.Headers.ContentType?.MediaType ?? "no content type"}) is not a Gemini response. " +
        "Something between here and the API answers in its place: check GeminiOptions.BaseAddress and the proxy.",
        cause)
    {
        StatusCode = response.StatusCode,
    };

    private static GeminiApiException Create(int status, ApiError error, PreparedMethod method, ClientSettings settings)
    {
        string said = Said(error);
        string model = method.Model;
        HttpStatusCode code = (HttpStatusCode)status;
        switch (status)
        {
            case 400 when IsBadKey(error):
            case 401:
                return new GeminiAuthenticationException(
                    $"The Gemini API refused the key ({status}).{said} Check GeminiOptions.ApiKey, or GEMINI_API_KEY / GOOGLE_API_KEY: it may be mistyped, expired, or of another service. Keys are made at https://aistudio.google.com/apikey.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case 400 when error.Status == "FAILED_PRECONDITION":
            case 403:
                return new GeminiPermissionException($"The Gemini API does not allow this call ({status}).{said} {PermissionCure(error)}")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case 402 or 429:
                return Quota(status, error, said, model);
            case 404:
                return NotFound(error, said, model);
            case 408 or 499 or >= 500:
                return new GeminiServerException($"The Gemini API failed or is overloaded ({status}).{said} {ServerCure(status)}")
                {
                    StatusCode = code,
                    Status = error.Status,
                    Reason = error.Reason,
                    ApiMessage = error.Message,
                    Retry = new RetryHint(status is 408 or 499 or 500 or 502 or 503 or 504, error.RetryDelay),
                };
            case 413:
                return new GeminiInvalidRequestException($"The request is too large (413).{said} Send less text, or upload it as a file.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case >= 400:
                return new GeminiInvalidRequestException($"{method.Method}: the Gemini API refused the request ({status}).{said} {InvalidCure(error)}")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            default:
                return new GeminiServerException(
                    $"The answer to the request is neither a Gemini response nor an error of the API ({status}).{said} Check GeminiOptions.BaseAddress and the proxy; redirects are not followed, because they would carry the key to another host.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
        }
    }

    private static GeminiQuotaExceededException Quota(int status, ApiError error, string said, string model)
    {
        GeminiQuotaScope scope = QuotaRule.ScopeOf(status, error);
        string cure = scope switch
        {
            GeminiQuotaScope.PerDay => "The quota per day is used up; it starts anew at midnight in California. Retrying before that does not help: use another model, or raise the quota.",
            GeminiQuotaScope.NotOffered => $"The quota is zero: {model} is not offered to this project's tier. Use another model, or enable billing.",
            GeminiQuotaScope.Credits => "The project's prepaid credits are used up. Add credits; retrying does not help.",
            _ when error.RetryDelay is { } delay => FormattableString.Invariant($"The API asks to wait {delay.TotalSeconds:0.###} s. Send less often, or raise the quota."),
            _ => "Send less often, or raise the quota.",
        };
        string quota = error.QuotaId is null ? "" : $" [{error.QuotaId}]";
        return new GeminiQuotaExceededException($"A quota for {model} is used up ({status}){quota}.{said} {cure}")
        {
            StatusCode = (HttpStatusCode)status,
            Status = error.Status,
            Reason = error.Reason,
            ApiMessage = error.Message,
            Scope = scope,
            RetryAfter = error.RetryDelay,
            QuotaId = error.QuotaId,
            Retry = new RetryHint(QuotaRule.ComesBack(scope), error.RetryDelay),
        };
    }

    private static GeminiModelNotFoundException NotFound(ApiError error, string said, string model)
    {
        // A model that is known and in service can still be none that answers prompts (embeddings, live): its own id is no advice.
        string? nearest = ModelFacts.Nearest(model);
        nearest = nearest == model ? null : nearest;
        string cure = nearest is null
            ? "Check that the id is right and that the model generates text, and GeminiOptions.BaseAddress."
            : $"Did you mean \"{nearest}\"? Set it on the contract, in GeminiOptions.Models or as GeminiOptions.DefaultModel.";
        return new GeminiModelNotFoundException($"The Gemini API does not serve \"{model}\" (404): the id is unknown, or the model was shut down.{said} {cure}")
        {
            StatusCode = HttpStatusCode.NotFound,
            Status = error.Status,
            Reason = error.Reason,
            ApiMessage = error.Message,
            Model = model,
            NearestModel = nearest,
        };
    }

    private static bool IsBadKey(ApiError error)
        => error.Reason is "API_KEY_INVALID" or "API_KEY_EXPIRED" ||
            (error.Message is { } message &&
                (message.Contains("API key not valid", StringComparison.OrdinalIgnoreCase) || message.Contains("API key expired", StringComparison.OrdinalIgnoreCase)));

    private static string PermissionCure(ApiError error) => error.Reason switch
    {
        "SERVICE_DISABLED" => "Enable the Generative Language API in the key's project.",
        "API_KEY_SERVICE_BLOCKED" => "The key's restrictions exclude the Generative Language API: allow it there.",
        "API_KEY_HTTP_REFERRER_BLOCKED" => "The key is restricted to web pages; use one without a referrer restriction.",
        _ when error.Status == "FAILED_PRECONDITION" => "The service, or its free tier, is not available at this place: enable billing, or call from another region.",
        _ => "Check the key's restrictions and project; a key reported as leaked is blocked for good and must be replaced.",
    };

    private static string InvalidCure(ApiError error)
    {
        if (error.FieldViolations.Count > 0)
        {
            return "Fields: " + string.Join("; ", error.FieldViolations) + ".";
        }

        return error.Message is { } message && message.Contains("too many states", StringComparison.OrdinalIgnoreCase)
            ? "The answer's type is too complex for the API: shorten names, flatten, drop bounds and long enums."
            : "Check [Generation], the prompt's length and the answer's type against the model's limits.";
    }

    private static string ServerCure(int status) => status switch
    {
        503 => "The model is overloaded; try later, or use another model.",
        504 => "The service ran out of time; ask for less, or try later.",
        _ => "Try later.",
    };

    private static string Said(ApiError error) => error.Message is { Length: > 0 } message ? $" It says: \"{message}\"" : "";

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.Headers.RetryAfter is not { } header)
        {
            return null;
        }

        TimeSpan? delay = header.Delta ?? header.Date - clock.GetUtcNow();
        return delay < TimeSpan.Zero ? TimeSpan.Zero : delay;
    }

    // What a proxy answers may quote the request, headers and all.
    private static ApiError Clean(ApiError error, GeminiApiKey? key)
    {
        error.Message = Clean(error.Message, key);
        error.Status = Clean(error.Status, key);
        error.Reason = Clean(error.Reason, key);
        error.QuotaId = Clean(error.QuotaId, key);
        for (int i = 0; i < error.FieldViolations.Count; i++)
        {
            error.FieldViolations[i] = Clean(error.FieldViolations[i], key)!;
        }

        return error;
    }

    private static string? Clean(string? text, GeminiApiKey? key)
    {
        string? redacted = text is null || key is null ? text : key.RedactIn(text);
        return redacted?.Length > MaxApiMessage ? redacted[..MaxApiMessage] + "…" : redacted;
    }

    private static string? Excerpt(string body)
    {
        string text = body.Trim();
        return text.Length == 0 || text.StartsWith('<') ? null : text;
    }
}
