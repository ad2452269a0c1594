using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Interactions;

/// <summary>Turns an interaction into the generate request it stands for.</summary>
internal static class InteractionTranslator
{
    private static readonly string[] Copied = ["temperature", "topP", "seed", "stopSequences", "maxOutputTokens"];

    /// <summary>Kinds of answers other than text; an older format is a schema by itself.</summary>
    private static readonly string[] FormatTypes = ["text", "image", "audio", "video"];

    /// <param name="interaction">The body.</param>
    /// <param name="timeline">Every step of the conversation, those sent now among them.</param>
    public static JsonElement Translate(JsonElement interaction, IEnumerable<JsonNode> timeline)
    {
        var body = new JsonObject { ["contents"] = InteractionContents.Of(timeline), ["generationConfig"] = Config(interaction) };
        if (interaction.TextField("systemInstruction") is { Length: > 0 } system)
        {
            body["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = system }) };
        }

        if (interaction.TextField("cachedContent") is { } cache)
        {
            body["cachedContent"] = cache;
        }

        AddTools(interaction, body);
        return WireCheck.Checked(JsonSerializer.SerializeToElement(body), WireMessages.GenerateContentRequest);
    }

    private static JsonObject Config(JsonElement interaction)
    {
        var config = new JsonObject();
        if (interaction.Field("generationConfig") is { } given)
        {
            foreach (string name in Copied)
            {
                if (given.Field(name) is { } value)
                {
                    config[name] = JsonSerializer.SerializeToNode(value);
                }
            }

            var thinking = new JsonObject();
            if (given.TextField("thinkingLevel") is { } level)
            {
                thinking["thinkingLevel"] = level.ToUpperInvariant();
            }

            if (given.TextField("thinkingSummaries") == "auto")
            {
                thinking["includeThoughts"] = true;
            }

            config["thinkingConfig"] = thinking;
        }

        AddFormat(interaction, config);
        return config;
    }

    private static void AddFormat(JsonElement interaction, JsonObject config)
    {
        string? mimeType = interaction.TextField("responseMimeType");
        foreach (JsonElement format in interaction.ItemsField("responseFormat"))
        {
            bool isKind = format.TextField("type") is { } type && FormatTypes.Contains(type);
            JsonElement? schema = isKind ? format.Field("schema") : format;
            mimeType = isKind ? format.TextField("mimeType") ?? mimeType : mimeType ?? "application/json";
            if (schema is { } given)
            {
                config["responseJsonSchema"] = JsonSerializer.SerializeToNode(given);
            }
        }

        if (mimeType is not null)
        {
            config["responseMimeType"] = mimeType;
        }
    }

    private static void AddTools(JsonElement interaction, JsonObject body)
    {
        var tools = new JsonArray();
        var functions = new JsonArray();
        foreach (JsonElement tool in interaction.ItemsField("tools"))
        {
            switch (tool.TextField("type"))
            {
                case "function":
                    functions.Add(Declaration(tool));
                    break;
                case "google_search" or "code_execution" or "url_context" or "google_maps" or "file_search" or "computer_use":
                    tools.Add(new JsonObject { [Camel(tool.TextField("type")!)] = new JsonObject() });
                    break;
                default:
                    throw Refused("tools", $"The tool type \"{tool.TextField("type")}\" is not supported.");
            }
        }

        if (functions.Count > 0)
        {
            tools.Add(new JsonObject { ["functionDeclarations"] = functions });
        }

        if (tools.Count > 0)
        {
            body["tools"] = tools;
        }

        if (functions.Count > 0 && interaction.Field("generationConfig")?.Field("toolChoice") is { } choice)
        {
            body["toolConfig"] = new JsonObject { ["functionCallingConfig"] = Choice(choice) };
        }
    }

    private static JsonObject Declaration(JsonElement tool)
    {
        var declaration = new JsonObject { ["name"] = tool.TextField("name") ?? "" };
        if (tool.TextField("description") is { } description)
        {
            declaration["description"] = description;
        }

        if (tool.Field("parameters") is { } parameters)
        {
            declaration["parametersJsonSchema"] = JsonSerializer.SerializeToNode(parameters);
        }

        return declaration;
    }

    private static JsonObject Choice(JsonElement choice)
    {
        JsonElement? allowed = choice.Field("allowedTools");
        string mode = (choice.ValueKind == JsonValueKind.String ? choice.GetString() : allowed?.TextField("mode")) ?? "auto";
        if (mode is not ("auto" or "any" or "none" or "validated"))
        {
            throw Refused("generation_config.tool_choice", "tool_choice must be auto, any, none or validated.");
        }

        var config = new JsonObject { ["mode"] = mode.ToUpperInvariant() };
        if (allowed?.ItemsField("tools").Select(tool => JsonSerializer.SerializeToNode(tool)).ToArray() is { Length: > 0 } names)
        {
            config["allowedFunctionNames"] = new JsonArray(names);
        }

        return config;
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])));

    private static ApiErrorException Refused(string field, string text) => new(ApiErrors.Invalid(field, text));
}
