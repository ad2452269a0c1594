using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary>The generation settings of a chat request, in the Gemini API's words.</summary>
internal static class ChatSettings
{
    private static readonly string[] Levels = ["MINIMAL", "LOW", "MEDIUM", "HIGH"];

    private static readonly (string OpenAI, string Gemini)[] Numbers =
    [
        ("temperature", "temperature"), ("topP", "topP"), ("n", "candidateCount"), ("presencePenalty", "presencePenalty"), ("frequencyPenalty", "frequencyPenalty"),
        ("seed", "seed"), ("maxTokens", "maxOutputTokens"), ("maxCompletionTokens", "maxOutputTokens"),
    ];

    public static JsonObject Translate(JsonElement chat, EmulatedModel model)
    {
        var config = new JsonObject();
        foreach ((string openAI, string gemini) in Numbers)
        {
            if (chat.Field(openAI) is { } value)
            {
                config[gemini] = JsonSerializer.SerializeToNode(value);
            }
        }

        if (chat.Field("stop") is not null)
        {
            config["stopSequences"] = new JsonArray([.. chat.ItemsField("stop").Select(item => JsonSerializer.SerializeToNode(item))]);
        }

        AddFormat(chat, config);
        if (chat.TextField("reasoningEffort") is { } effort && Thinking(effort, model) is { } thinking)
        {
            config["thinkingConfig"] = thinking;
        }

        return config;
    }

    private static void AddFormat(JsonElement chat, JsonObject config)
    {
        JsonElement? format = chat.Field("responseFormat");
        if (format?.TextField("type") is "json_object" or "json_schema")
        {
            config["responseMimeType"] = "application/json";
        }

        if (format?.Field("jsonSchema")?.Field("schema") is { } schema)
        {
            config["responseJsonSchema"] = JsonSerializer.SerializeToNode(schema);
        }
    }

    /// <summary>
    /// The effort as the model's own setting, by the table of Google's page on OpenAI compatibility: a level, the next higher one where the model has not got it,
    /// or a budget for the models that are set by one.
    /// </summary>
    private static JsonObject? Thinking(string effort, EmulatedModel model) => model.Thinking switch
    {
        ThinkingKind.Level => new JsonObject { ["thinkingLevel"] = Level(effort, model) },
        ThinkingKind.Budget => new JsonObject
        {
            ["thinkingBudget"] = effort switch
            {
                "none" => 0,
                "minimal" or "low" => 1024,
                "medium" => 8192,
                _ => 24576,
            },
        },
        _ => null,
    };

    private static string Level(string effort, EmulatedModel model)
    {
        int wanted = effort switch
        {
            "none" or "minimal" => 0,
            "low" => 1,
            "medium" => 2,
            _ => 3,
        };
        IReadOnlyList<string> offered = model.ThinkingLevels ?? Levels;
        return Levels.Skip(wanted).FirstOrDefault(offered.Contains) ?? offered[^1];
    }
}
