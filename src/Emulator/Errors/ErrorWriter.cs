using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Errors;

/// <summary>Writes an error as the whole response.</summary>
internal static class ErrorWriter
{
    /// <summary>
    /// A call that asked for server-sent events gets its error under that content type, as plain JSON: clients must go by the status.
    /// </summary>
    public static async Task WriteAsync(HttpContext context, ApiError error, bool inArray, bool asEvents)
    {
        HttpResponse response = context.Response;
        response.StatusCode = error.Code;
        response.ContentType = asEvents ? "text/event-stream" : "application/json; charset=UTF-8";
        string body = error.ToBody().ToJsonString();
        await response.WriteAsync(inArray ? $"[{body}]" : body, context.RequestAborted).ConfigureAwait(false);
    }
}
