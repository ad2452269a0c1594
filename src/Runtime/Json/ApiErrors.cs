using System.Net;
using System.Text;
using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Makes the exceptions for errors of the API: each says whose call failed, what is wrong and what to do.</summary>
internal static class ApiErrors
{
    private const int MaxApiMessage = 1000;

    /// <summary>The exception for an error response, or for a successful one that holds an error.</summary>
    internal static GeminiApiException FromResponse(in AnswerContext context, ReadOnlySpan<byte> body)
    {
        HttpResponseMessage response = context.Response;
        string text = Encoding.UTF8.GetString(body);
        ApiError error = ApiErrorReader.Read(text) ?? new ApiError { Message = Excerpt(text) };
        int status = response.IsSuccessStatusCode && error.Code != 0 ? error.Code : (int)response.StatusCode;
        error.RetryDelay ??= RetryAfter(response, context.Settings.Clock) ?? Durations.FindInMessage(error.Message ?? "");
        return Create(status, Clean(error, context.Settings.ApiKey), context);
    }

    /// <summary>The exception for a response that claims success and holds nothing we can read.</summary>
    internal static GeminiServerException NoResponse(in AnswerContext context, Exception? cause) => new(
        $"{context.Method.Method}: what answered ({(int)context.Response.StatusCode}, {context.Response.Content.Headers.ContentType?.MediaType ?? "no content type"}) is not the Gemini API, " +
        "but something between here and there. Check GeminiOptions.BaseAddress and the proxy.",
        cause)
    {
        StatusCode = context.Response.StatusCode,
    };

    /// <summary>The exception for a response that holds other than one vector a text.</summary>
    internal static GeminiServerException MissingVectors(in AnswerContext context, int found, int expected) => new(
        FormattableString.Invariant($"{context.Method.Method}: the Gemini API gave {found} vectors for {expected} texts. Check that {context.Method.Model} is an embedding model, and GeminiOptions.BaseAddress."))
    {
        StatusCode = context.Response.StatusCode,
    };

    private static GeminiApiException Create(int status, ApiError error, in AnswerContext context)
    {
        string said = Said(error);
        string call = context.Method.Method.ToString();
        HttpStatusCode code = (HttpStatusCode)status;
        switch (status)
        {
            case 400 when IsBadKey(error):
            case 401:
                return new GeminiAuthenticationException(
                    $"{call}: the Gemini API refused the key ({status}).{said} Check GeminiOptions.ApiKey, or GEMINI_API_KEY / GOOGLE_API_KEY: it may be mistyped, expired, or of another service. Keys are made at https://aistudio.google.com/apikey.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case 403 when IsLostFile(error):
                return new GeminiFileNotFoundException(
                    $"{call}: the request names a file that the Files API does not know ({status}).{said} It keeps uploads for 48 hours; or the file was deleted, or belongs to another project. Upload it again; take it out of a conversation that holds it.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case 400 when error.Status == "FAILED_PRECONDITION":
            case 403:
                return new GeminiPermissionException($"{call}: the Gemini API does not allow this ({status}).{said} {PermissionCure(error)}")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case 402 or 429:
                return Quota(status, error, context);
            case 404:
                return NotFound(error, context);
            case 408 or 499 or >= 500:
                return new GeminiServerException($"{call}: the Gemini API {ServerFault(status)} ({status}).{said} {ServerCure(status)}")
                {
                    StatusCode = code,
                    Status = error.Status,
                    Reason = error.Reason,
                    ApiMessage = error.Message,
                    Retry = new RetryHint(status is 408 or 499 or 500 or 502 or 503 or 504, error.RetryDelay),
                };
            case 413:
                return new GeminiInvalidRequestException($"{call}: the request is too large (413).{said} Send less text, or upload it as a file.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            case >= 400:
                return new GeminiInvalidRequestException($"{call}: the Gemini API refused the request ({status}).{said} {InvalidCure(error)}")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
            default:
                return new GeminiServerException(
                    $"{call}: what came back is neither a Gemini response nor an error of the API ({status}).{said} Check GeminiOptions.BaseAddress and the proxy; redirects are not followed, because they would carry the key to another host.")
                { StatusCode = code, Status = error.Status, Reason = error.Reason, ApiMessage = error.Message };
        }
    }

    private static GeminiQuotaExceededException Quota(int status, ApiError error, in AnswerContext context)
    {
        string model = context.Method.Model;
        GeminiQuotaScope scope = QuotaRule.ScopeOf(status, error);
        (string fault, string cure) = scope switch
        {
            GeminiQuotaScope.PerDay => ($"the quota per day for {model} is used up", "It starts anew at midnight in California. Retrying before that does not help: use another model, or raise the quota."),
            GeminiQuotaScope.NotOffered => ($"{model} is not offered to this project's tier, its quota is zero", "Use another model, or enable billing."),
            GeminiQuotaScope.Credits => ("the project's prepaid credits are used up", "Add credits; retrying does not help."),
            GeminiQuotaScope.PerMinute => ($"the quota per minute for {model} is used up", Wait(error) + "Send less often, or raise the quota."),
            _ => ($"a quota for {model} is used up", Wait(error) + "Send less often, or raise the quota."),
        };
        string quota = error.QuotaId is null ? "" : $", {error.QuotaId}";
        return new GeminiQuotaExceededException($"{context.Method.Method}: {fault} ({status}{quota}).{Said(error)} {cure}")
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

    private static GeminiModelNotFoundException NotFound(ApiError error, in AnswerContext context)
    {
        // A model that is known and in service can still be none that answers prompts (embeddings, live): its own id is no advice.
        string model = context.Method.Model;
        PromptModels? models = context.Method.Method.Models;
        bool isPrompt = context.Method.Method.ApiMethod is null;
        string? nearest = ModelFacts.Nearest(model, isPrompt ? "text" : "embedding", models);
        nearest = nearest == model ? null : nearest;
        string reason = ModelFacts.IsShutDown(model, models) ? "because the model was shut down" : "because the id is unknown or the model was shut down";
        string cure = nearest is null
            ? $"Check that the id is right and that the model {(isPrompt ? "generates text" : "gives embeddings")}, and GeminiOptions.BaseAddress."
            : ModelFacts.IsShutDown(model, models) ? $"Its successor is \"{nearest}\": set it on the contract, in GeminiOptions.Models or as GeminiOptions.DefaultModel."
            : $"Did you mean \"{nearest}\"? Set it on the contract, in GeminiOptions.Models or as GeminiOptions.DefaultModel.";
        return new GeminiModelNotFoundException(
            $"{context.Method.Method}: the Gemini API does not serve \"{model}\" (404), {reason}.{Said(error)} {cure}")
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

    // Its own words: "You do not have permission to access the File … or it may not exist."
    private static bool IsLostFile(ApiError error)
        => error.Reason is null && error.Message is { } message
            && message.Contains("the file ", StringComparison.OrdinalIgnoreCase) && message.Contains("not exist", StringComparison.OrdinalIgnoreCase);

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
        List<string> fields = [];
        foreach (FieldViolation violation in error.FieldViolations)
        {
            AddField(fields, violation, error.Message ?? "");
        }

        if (fields.Count > 0)
        {
            return "Fields: " + string.Join("; ", fields) + ".";
        }

        return error.Message is { } message && message.Contains("too many states", StringComparison.OrdinalIgnoreCase)
            ? "The answer's type is too complex for the API: shorten names, flatten, drop bounds and long enums."
            : "Check [Generation], the prompt's length and the answer's type against the model's limits.";
    }

    // The message mostly says already what the details say.
    private static void AddField(List<string> fields, FieldViolation violation, string message)
    {
        string? description = violation.Description?.Trim().TrimEnd('.');
        if (!string.IsNullOrEmpty(description) && !message.Contains(description, StringComparison.Ordinal))
        {
            fields.Add(violation.Field + ": " + description);
        }
        else if (!message.Contains(violation.Field, StringComparison.Ordinal))
        {
            fields.Add(violation.Field);
        }
    }

    private static string ServerFault(int status) => status switch
    {
        503 => "is overloaded",
        408 or 504 => "ran out of time",
        499 => "says that the call was cancelled",
        _ => "failed",
    };

    private static string ServerCure(int status) => status switch
    {
        503 => "Try later, or use another model.",
        408 or 504 => "Ask for less, or try later.",
        _ => "Try later.",
    };

    private static string Said(ApiError error) => error.Message is { Length: > 0 } message ? $" It says: \"{message.Trim()}\"" : "";

    // The API's own words mostly hold the wait as well.
    private static string Wait(ApiError error) => error.RetryDelay is { } delay && Durations.FindInMessage(error.Message ?? "") is null
        ? FormattableString.Invariant($"The API asks to wait {delay.TotalSeconds:0.###} s. ")
        : "";

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
            FieldViolation violation = error.FieldViolations[i];
            error.FieldViolations[i] = new FieldViolation(Clean(violation.Field, key)!, Clean(violation.Description, key));
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
