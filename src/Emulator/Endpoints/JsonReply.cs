using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Writes a small JSON reply with status 200.</summary>
internal static class JsonReply
{
    public static Task WriteAsync(Exchange exchange, JsonObject reply)
    {
        exchange.Response.ContentType = "application/json; charset=UTF-8";
        return exchange.Response.WriteAsync(reply.ToJsonString(), exchange.Token);
    }
}
