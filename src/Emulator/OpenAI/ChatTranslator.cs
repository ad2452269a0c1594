using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary>Turns a chat request into the generate request it stands for.</summary>
internal static class ChatTranslator
{
    public static JsonElement Translate(JsonElement chat, EmulatedModel model)
    {
        JsonElement? google = chat.Field("extraBody")?.Field("google");
        JsonObject body = ChatMessages.Translate(chat);
        JsonObject config = ChatSettings.Translate(chat, model);
        if (google?.Field("thinkingConfig") is { } thinking)
        {
            if (chat.Field("reasoningEffort") is not null)
            {
                throw Refused("reasoning_effort", "reasoning_effort and extra_body.google.thinking_config cannot be set together.");
            }

            config["thinkingConfig"] = Thinking(thinking);
        }

        body["generationConfig"] = config;
        Copy(google?.TextField("cachedContent"), body, "cachedContent");
        if (google?.Field("safetySettings") is { } safety)
        {
            body["safetySettings"] = JsonSerializer.SerializeToNode(safety);
        }

        AddTools(chat, body);
        return WireCheck.Checked(JsonSerializer.SerializeToElement(body), WireMessages.GenerateContentRequest);
    }

    // Here levels are written in either case.
    private static JsonObject Thinking(JsonElement thinking)
    {
        var node = new JsonObject();
        foreach (JsonProperty member in thinking.EnumerateObject())
        {
            node[member.Name] = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()!.ToUpperInvariant() : JsonSerializer.SerializeToNode(member.Value);
        }

        return node;
    }

    private static void AddTools(JsonElement chat, JsonObject body)
    {
        var declarations = new JsonArray();
        foreach (JsonElement tool in chat.ItemsField("tools"))
        {
            JsonElement function = tool.Field("function") ?? throw Refused("tools", "a tool needs a function.");
            var declaration = new JsonObject { ["name"] = function.TextField("name") ?? "" };
            Copy(function.TextField("description"), declaration, "description");
            if (function.Field("parameters") is { } parameters)
            {
                declaration["parametersJsonSchema"] = JsonSerializer.SerializeToNode(parameters);
            }

            declarations.Add(declaration);
        }

        if (declarations.Count > 0)
        {
            body["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = declarations });
            body["toolConfig"] = new JsonObject { ["functionCallingConfig"] = Choice(chat.Field("toolChoice")) };
        }
    }

    private static JsonObject Choice(JsonElement? choice) => choice switch
    {
        null => new JsonObject { ["mode"] = "AUTO" },
        { ValueKind: JsonValueKind.String } word => new JsonObject
        {
            ["mode"] = word.GetString() switch
            {
                "none" => "NONE",
                "auto" => "AUTO",
                "required" => "ANY",
                _ => throw Refused("tool_choice", "must be none, auto, required, or a function."),
            },
        },
        { } named when named.Field("function")?.TextField("name") is { } name => new JsonObject { ["mode"] = "ANY", ["allowedFunctionNames"] = new JsonArray(name) },
        _ => throw Refused("tool_choice", "must be none, auto, required, or a function."),
    };

    private static void Copy(string? value, JsonObject target, string name)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static ApiErrorException Refused(string field, string text) => new(ApiErrors.Invalid(field, $"* {field}: {text}"));
}
