using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Interactions;

/// <summary>Reads the many shapes of <c>input</c> as steps: a text, one content or several, steps, or turns with roles.</summary>
internal static class InteractionInput
{
    /// <summary>What is a step by itself; everything else is content of the user's.</summary>
    private static readonly string[] StepTypes = ["user_input", "model_output", "thought", "function_call", "function_result"];

    public static JsonArray Steps(JsonElement? input)
    {
        if (input is not { } given)
        {
            throw Refused("input is required.");
        }

        if (given.ValueKind == JsonValueKind.String)
        {
            return [UserInput(new JsonArray(Text(given.GetString()!)))];
        }

        JsonElement[] items = given.ValueKind switch
        {
            JsonValueKind.Array => [.. given.EnumerateArray()],
            JsonValueKind.Object => [given],
            _ => throw Refused("input must be a text, a content or a list."),
        };
        var steps = new JsonArray();
        foreach (JsonElement item in items)
        {
            Add(steps, item);
        }

        return steps.Count > 0 ? steps : throw Refused("input must not be empty.");
    }

    private static void Add(JsonArray steps, JsonElement item)
    {
        string? type = item.TextField("type");
        if (type is not null && StepTypes.Contains(type))
        {
            steps.Add(JsonSerializer.SerializeToNode(item));
        }
        else if (item.TextField("role") is { } role)
        {
            JsonNode content = item.TextField("content") is { } text ? new JsonArray(Text(text)) : new JsonArray([.. item.ItemsField("content").Select(part => JsonSerializer.SerializeToNode(part))]);
            steps.Add(new JsonObject { ["type"] = role == "model" ? "model_output" : "user_input", ["content"] = content });
        }
        else if (type is not null)
        {
            // Contents that stand side by side are one turn.
            JsonNode content = JsonSerializer.SerializeToNode(item)!;
            if (steps is [.., JsonObject last] && (string?)last["type"] == "user_input")
            {
                last["content"]!.AsArray().Add(content);
            }
            else
            {
                steps.Add(UserInput(new JsonArray(content)));
            }
        }
        else
        {
            throw Refused("each item of input needs a type.");
        }
    }

    private static JsonObject UserInput(JsonArray content) => new() { ["type"] = "user_input", ["content"] = content };

    private static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    private static ApiErrorException Refused(string text) => new(ApiErrors.Invalid("input", text));
}
