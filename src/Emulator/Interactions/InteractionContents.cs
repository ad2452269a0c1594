using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Interactions;

/// <summary>The steps of a conversation as the contents of a generate request.</summary>
internal sealed class InteractionContents
{
    private readonly JsonArray _contents = [];
    private readonly Dictionary<string, string> _calls = new(StringComparer.Ordinal);
    private string? _signature;

    private InteractionContents()
    {
    }

    public static JsonArray Of(IEnumerable<JsonNode> steps)
    {
        var contents = new InteractionContents();
        foreach (JsonNode step in steps)
        {
            contents.Add(step.AsObject());
        }

        return contents._contents;
    }

    private void Add(JsonObject step)
    {
        switch ((string?)step["type"])
        {
            case "user_input":
                AddInput(step);
                break;
            case "thought":
                // In the other API the signature stands on the part that the thought led to.
                _signature = (string?)step["signature"];
                break;
            case "model_output":
                foreach (JsonObject part in Contents(step).Select(Part))
                {
                    AddToTurn("model", Signed(part));
                }

                break;
            case "function_call":
                AddToTurn("model", Signed(Call(step)));
                break;
            case "function_result":
                AddToTurn("user", Result(step));
                break;
            default:
                // What tools of the API did is not asked for again.
                break;
        }
    }

    /// <summary>What the user said; some clients send the results of functions in the same place.</summary>
    private void AddInput(JsonObject step)
    {
        JsonNode[] contents = [.. Contents(step)];
        JsonObject[] results = [.. contents.OfType<JsonObject>().Where(content => (string?)content["type"] == "function_result")];
        foreach (JsonObject result in results)
        {
            AddToTurn("user", Result(result));
        }

        if (results.Length < contents.Length || results.Length == 0)
        {
            _contents.Add(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray([.. contents.Except(results).Select(Part)]) });
        }
    }

    private static IEnumerable<JsonNode> Contents(JsonObject step) => step["content"] switch
    {
        JsonArray list => list.Select(content => content!),
        JsonValue text => [new JsonObject { ["type"] = "text", ["text"] = text.DeepClone() }],
        JsonObject single => [single],
        _ => [],
    };

    private static JsonObject Part(JsonNode content)
    {
        string? type = (string?)content["type"];
        if (type == "text")
        {
            return new JsonObject { ["text"] = content["text"]?.DeepClone() ?? throw Refused("a text needs its text.") };
        }

        if (type is not ("image" or "audio" or "video" or "document"))
        {
            throw Refused($"the type \"{type}\" is not supported.");
        }

        string? mimeType = (string?)content["mime_type"];
        return content["data"] is { } data
            ? new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = mimeType, ["data"] = data.DeepClone() } }
            : new JsonObject { ["fileData"] = new JsonObject { ["mimeType"] = mimeType, ["fileUri"] = content["uri"]?.DeepClone() ?? throw Refused($"{type} needs data or a uri.") } };
    }

    private JsonObject Call(JsonObject step)
    {
        string id = (string?)step["id"] ?? throw Refused("a function_call needs an id.");
        string name = (string?)step["name"] ?? throw Refused("a function_call needs a name.");
        _calls[id] = name;
        return new JsonObject { ["functionCall"] = new JsonObject { ["id"] = id, ["name"] = name, ["args"] = step["arguments"]?.DeepClone() ?? new JsonObject() } };
    }

    private JsonObject Result(JsonObject step)
    {
        string id = (string?)step["call_id"] ?? throw Refused("a function_result needs a call_id.");
        if (!_calls.TryGetValue(id, out string? name))
        {
            throw Refused($"the call_id \"{id}\" is that of no function_call before.");
        }

        JsonNode? result = step["result"];
        JsonObject response = result as JsonObject is { } whole ? whole.DeepClone().AsObject() : new JsonObject { ["result"] = result?.DeepClone() ?? throw Refused("a function_result needs its result.") };
        return new JsonObject { ["functionResponse"] = new JsonObject { ["id"] = id, ["name"] = name, ["response"] = response } };
    }

    private void AddToTurn(string role, JsonObject part)
    {
        bool continues = _contents is [.., JsonObject last] && (string?)last["role"] == role
            && (role == "model" || last["parts"]!.AsArray().All(other => other!["functionResponse"] is not null));
        if (!continues)
        {
            _contents.Add(new JsonObject { ["role"] = role, ["parts"] = new JsonArray() });
        }

        _contents[^1]!["parts"]!.AsArray().Add(part);
    }

    private JsonObject Signed(JsonObject part)
    {
        if (_signature is { Length: > 0 } signature)
        {
            part["thoughtSignature"] = signature;
        }

        _signature = null;
        return part;
    }

    private static ApiErrorException Refused(string text) => new(ApiErrors.Invalid("input", text));
}
