using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Errors;

/// <summary>An error in the API's own terms (google.rpc.Status).</summary>
/// <param name="Code">The HTTP status, also the <c>code</c> of the body.</param>
/// <param name="Status">The canonical name, for example <c>INVALID_ARGUMENT</c>.</param>
/// <param name="Message">The text for people.</param>
/// <param name="Details">Typed details; made anew for each use, because a JSON node has one parent.</param>
internal sealed record ApiError(int Code, string Status, string Message, Func<JsonArray>? Details = null)
{
    /// <summary>The body: <c>{"error":{…}}</c>.</summary>
    public JsonObject ToBody()
    {
        var error = new JsonObject { ["code"] = Code, ["message"] = Message, ["status"] = Status };
        if (Details is not null)
        {
            error["details"] = Details();
        }

        return new JsonObject { ["error"] = error };
    }
}
