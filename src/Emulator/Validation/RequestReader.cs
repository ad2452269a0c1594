using System.Text.Json;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Validation;

/// <summary>Reads a checked body into a <see cref="GenerateRequest"/>.</summary>
internal static class RequestReader
{
    private static readonly JsonElement Empty = JsonSerializer.SerializeToElement(new { });

    /// <param name="sent">The body as sent.</param>
    /// <param name="merged">The same with a cache's part before it; null without a cache.</param>
    /// <param name="model">The model that answers.</param>
    /// <param name="streams">Whether the answer is asked for as a stream.</param>
    /// <param name="isCloud">Whether the request came by Google Cloud's path.</param>
    public static GenerateRequest Read(JsonElement sent, JsonElement? merged, EmulatedModel model, bool streams, bool isCloud = false)
    {
        JsonElement body = merged ?? sent;
        JsonElement config = body.Field("generationConfig") ?? Empty;
        JsonElement thinking = config.Field("thinkingConfig") ?? Empty;
        return new GenerateRequest
        {
            Sent = sent,
            Body = body,
            IsCloud = isCloud,
            Config = config,
            Thinking = thinking,
            SystemTexts = body.Field("systemInstruction") is { } system ? ReadTurn(system, resolution: null, model).Texts : [],
            Turns = [.. body.ItemsField("contents").Select(content => ReadTurn(content, config.TextField("mediaResolution"), model))],
            StopSequences = [.. config.ItemsField("stopSequences").Select(item => item.GetString() ?? "")],
            MaxOutputTokens = config.IntegerField("maxOutputTokens"),
            Streams = streams,
            ContinuationToken = body.TextField("continuationToken") is { Length: > 0 } token ? token : null,
            CandidateCount = config.IntegerField("candidateCount") ?? 1,
            IncludeThoughts = thinking.FlagField("includeThoughts"),
            MimeType = ReadMimeType(config),
            Schema = ReadSchema(config),
        };
    }

    private static Turn ReadTurn(JsonElement content, string? resolution, EmulatedModel model)
    {
        var mediaTokens = new List<(string, int)>();
        var texts = new List<string>();
        var media = new List<string>();
        var results = new List<string>();
        foreach (JsonElement part in content.ItemsField("parts"))
        {
            if (part.TextField("text") is { } text && !part.FlagField("thought"))
            {
                texts.Add(text);
            }
            else if ((part.Field("inlineData") ?? part.Field("fileData")) is { } data)
            {
                media.Add(data.TextField("mimeType") ?? "application/octet-stream");
                mediaTokens.Add(MediaCost.Of(part, resolution, model.Version));
            }
            else if (part.Field("functionResponse") is { } response)
            {
                results.Add($"{response.TextField("name")}: {response.Field("response")?.GetRawText() ?? "{}"}");
            }
        }

        return new Turn(content.TextField("role"), texts, media, results) { MediaTokens = mediaTokens };
    }

    private static string? ReadMimeType(JsonElement config) =>
        TextFormat(config)?.TextField("mimeType") switch
        {
            "APPLICATION_JSON" => "application/json",
            "TEXT_PLAIN" => "text/plain",
            _ => config.TextField("responseMimeType"),
        };

    private static (JsonElement Schema, SchemaDialect Dialect)? ReadSchema(JsonElement config)
    {
        if (TextFormat(config)?.Field("schema") is { } format)
        {
            return (format, SchemaDialect.JsonSchema);
        }

        if (config.Field("responseJsonSchema") is { } jsonSchema)
        {
            return (jsonSchema, SchemaDialect.JsonSchema);
        }

        return config.Field("responseSchema") is { } openApi ? (openApi, SchemaDialect.OpenApi) : null;
    }

    private static JsonElement? TextFormat(JsonElement config) => config.Field("responseFormat")?.Field("text");
}
