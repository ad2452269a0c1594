using System.Text.Json.Nodes;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Routing;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Errors;

/// <summary>Writes an error as the whole response.</summary>
internal static class ErrorWriter
{
    /// <summary>
    /// A call that asked for server-sent events gets its error under that content type, as plain JSON: clients must go by the status.
    /// </summary>
    public static async Task WriteAsync(HttpContext context, ApiError error, ErrorShape shape, bool inArray)
    {
        HttpResponse response = context.Response;
        bool asEvents = shape == ErrorShape.Stream && Exchange.WantsEvents(context.Request);
        response.StatusCode = error.Code;
        response.ContentType = asEvents ? "text/event-stream" : "application/json; charset=UTF-8";
        JsonObject body = shape == ErrorShape.Word ? error.ToWordBody() : error.ToBody();
        bool wraps = inArray || shape == ErrorShape.InArray || (shape == ErrorShape.Stream && !asEvents);
        await response.WriteAsync(wraps ? $"[{body.ToJsonString()}]" : body.ToJsonString(), context.RequestAborted).ConfigureAwait(false);
    }
}
