using System.Text.Json.Nodes;

namespace GeminiGen.Emulator.Errors;

/// <summary>An error in the API's own terms (google.rpc.Status).</summary>
/// <param name="Code">The HTTP status, also the <c>code</c> of the body.</param>
/// <param name="Status">The canonical name, for example <c>INVALID_ARGUMENT</c>.</param>
/// <param name="Message">The text for people.</param>
/// <param name="Details">Typed details; made anew for each use, because a JSON node has one parent.</param>
internal sealed record ApiError(int Code, string Status, string Message, Func<JsonArray>? Details = null)
{
    /// <summary>The number google.rpc gives the error's name; 2, for unknown, where the name is none of its.</summary>
    public int RpcCode => Status switch
    {
        "CANCELLED" => 1,
        "INVALID_ARGUMENT" => 3,
        "DEADLINE_EXCEEDED" => 4,
        "NOT_FOUND" => 5,
        "ALREADY_EXISTS" => 6,
        "PERMISSION_DENIED" => 7,
        "RESOURCE_EXHAUSTED" => 8,
        "FAILED_PRECONDITION" => 9,
        "INTERNAL" => 13,
        "UNAVAILABLE" => 14,
        "UNAUTHENTICATED" => 16,
        _ => 2,
    };

    // "gateway_timeout" and "not_found" stand in Google's pages; the others follow their pattern.
    private string Word => Code switch
    {
        400 => "invalid_request",
        504 => "gateway_timeout",
        _ => Status.ToLowerInvariant(),
    };

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

    /// <summary>The same as the Interactions API says it: a word for a code, and no details.</summary>
    public JsonObject ToWordBody() => new()
    {
        ["error"] = new JsonObject { ["message"] = Message, ["code"] = Word },
    };

    /// <summary>The same as a part of a longer answer, such as one request of a batch: with google.rpc's own number.</summary>
    public JsonObject ToStatus()
    {
        var status = new JsonObject { ["code"] = RpcCode, ["message"] = Message };
        if (Details is not null)
        {
            status["details"] = Details();
        }

        return status;
    }
}
