using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary>The messages of a chat request as contents and system instruction.</summary>
internal sealed class ChatMessages
{
    private readonly JsonArray _system = [];
    private readonly JsonArray _contents = [];
    private readonly Dictionary<string, string> _calls = new(StringComparer.Ordinal);
    private string _path = "";

    private ChatMessages()
    {
    }

    public static JsonObject Translate(JsonElement chat)
    {
        var messages = new ChatMessages();
        int index = 0;
        foreach (JsonElement message in chat.ItemsField("messages"))
        {
            messages._path = string.Create(CultureInfo.InvariantCulture, $"messages[{index++}]");
            messages.Add(message);
        }

        var body = new JsonObject { ["contents"] = messages._contents };
        if (messages._system.Count > 0)
        {
            body["systemInstruction"] = new JsonObject { ["parts"] = messages._system };
        }

        return body;
    }

    private void Add(JsonElement message)
    {
        switch (message.TextField("role"))
        {
            case "system" or "developer":
                foreach (JsonObject part in Parts(message))
                {
                    _system.Add(part);
                }

                break;
            case "user":
                AddTurn("user", [.. Parts(message)]);
                break;
            case "assistant":
                AddTurn("model", [.. Parts(message), .. message.ItemsField("toolCalls").Select(Call)]);
                break;
            case "tool":
                AddResult(message);
                break;
            default:
                throw Refused(".role", "role is required.");
        }
    }

    private void AddTurn(string role, JsonArray parts)
    {
        if (parts.Count > 0)
        {
            _contents.Add(new JsonObject { ["role"] = role, ["parts"] = parts });
        }
    }

    private IEnumerable<JsonObject> Parts(JsonElement message)
    {
        string? signature = Signature(message);
        if (message.TextField("content") is { } text)
        {
            return text.Length > 0 || signature is not null ? [Signed(new JsonObject { ["text"] = text }, signature)] : [];
        }

        return message.ItemsField("content").Select(Part);
    }

    private JsonObject Part(JsonElement part) => part.TextField("type") switch
    {
        "text" => new JsonObject { ["text"] = part.TextField("text") ?? throw Refused(".content", "text is required.") },
        "refusal" => new JsonObject { ["text"] = part.TextField("refusal") ?? "" },
        "image_url" => Medium(part.Field("imageUrl") is { ValueKind: JsonValueKind.String } plain ? plain.GetString() : part.Field("imageUrl")?.TextField("url")),
        "input_audio" => new JsonObject
        {
            ["inlineData"] = new JsonObject
            {
                ["mimeType"] = "audio/" + (part.Field("inputAudio")?.TextField("format") ?? "wav"),
                ["data"] = part.Field("inputAudio")?.TextField("data") ?? "",
            },
        },
        "file" => Medium(part.Field("file")?.TextField("fileData")),
        _ => throw Refused(".content", $"the type \"{part.TextField("type")}\" is not supported."),
    };

    /// <summary>A data URL as inline data; any other as a file's address.</summary>
    private JsonObject Medium(string? url)
    {
        if (url is not { Length: > 0 })
        {
            throw Refused(".content", "a url is required.");
        }

        if (!url.StartsWith("data:", StringComparison.Ordinal))
        {
            return new JsonObject { ["fileData"] = new JsonObject { ["fileUri"] = url } };
        }

        int comma = url.IndexOf(',', StringComparison.Ordinal);
        string head = comma < 0 ? "" : url["data:".Length..comma];
        return head.EndsWith(";base64", StringComparison.Ordinal)
            ? new JsonObject { ["inlineData"] = new JsonObject { ["mimeType"] = head.Split(';')[0], ["data"] = url[(comma + 1)..] } }
            : throw Refused(".content", "a data URL has to be in base64.");
    }

    private JsonObject Call(JsonElement call)
    {
        JsonElement? function = call.Field("function");
        string name = function?.TextField("name") ?? throw Refused(".tool_calls", "function.name is required.");
        var node = new JsonObject { ["name"] = name, ["args"] = Json(function?.TextField("arguments")) ?? throw Refused(".tool_calls", "function.arguments is no JSON object.") };
        if (call.TextField("id") is { } id)
        {
            node["id"] = id;
            _calls[id] = name;
        }

        return Signed(new JsonObject { ["functionCall"] = node }, Signature(call));
    }

    /// <summary>Results of one round stand in one turn, though each is a message of its own here.</summary>
    private void AddResult(JsonElement message)
    {
        string id = message.TextField("toolCallId") ?? "";
        if (!_calls.TryGetValue(id, out string? name))
        {
            throw Refused(".tool_call_id", $"\"{id}\" is the id of no tool call before.");
        }

        string text = string.Concat(Parts(message).Select(part => (string?)part["text"]));
        var result = new JsonObject
        {
            ["functionResponse"] = new JsonObject { ["id"] = id, ["name"] = name, ["response"] = Json(text) ?? new JsonObject { ["result"] = text } },
        };
        if (_contents is [.., JsonObject last] && last["parts"]![0]!["functionResponse"] is not null)
        {
            last["parts"]!.AsArray().Add(result);
        }
        else
        {
            AddTurn("user", [result]);
        }
    }

    /// <summary>A JSON object; null where the text is none. Nothing is an object without members.</summary>
    private static JsonObject? Json(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Signature(JsonElement element) => element.Field("extraContent")?.Field("google")?.TextField("thoughtSignature");

    private static JsonObject Signed(JsonObject part, string? signature)
    {
        if (signature is not null)
        {
            part["thoughtSignature"] = signature;
        }

        return part;
    }

    private ApiErrorException Refused(string field, string text) => new(ApiErrors.Invalid(_path + field, $"* {_path}{field}: {text}"));
}
