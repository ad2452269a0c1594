using System.Text;
using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads a request's body for somebody who wants to see it.</summary>
internal static class PromptPreview
{
    private static readonly string[] SchemaMembers = ["responseJsonSchema", "responseSchema"];

    /// <summary>The text and what it costs.</summary>
    internal static (string Text, int EstimatedTokens) Read(string json, string model)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement body = document.RootElement;
        StringBuilder text = new();
        int tokens = 0;
        if (body.TryGetProperty("systemInstruction", out JsonElement instruction))
        {
            AppendTurn(text, "system", instruction);
            tokens += EstimateTurn(instruction, model);
        }

        foreach (JsonElement turn in body.GetProperty("contents").EnumerateArray())
        {
            AppendTurn(text, turn.TryGetProperty("role", out JsonElement role) ? role.GetString() ?? "user" : "user", turn);
            tokens += EstimateTurn(turn, model);
        }

        return (text.ToString(), tokens + EstimateDeclarations(body));
    }

    private static void AppendTurn(StringBuilder text, string speaker, JsonElement turn)
    {
        text.Append(text.Length > 0 ? "\n\n[" : "[").Append(speaker).Append("]\n");
        foreach (JsonElement part in turn.GetProperty("parts").EnumerateArray())
        {
            text.Append(Describe(part));
        }
    }

    private static string? Describe(JsonElement part)
    {
        if (part.TryGetProperty("text", out JsonElement words))
        {
            return part.TryGetProperty("thought", out JsonElement thought) && thought.ValueKind == JsonValueKind.True ? null : words.GetString();
        }

        return part.TryGetProperty("inlineData", out JsonElement data) ? $"[{Get(data, "mimeType")}{Size(Get(data, "data"))}]"
            : part.TryGetProperty("fileData", out JsonElement file) ? $"[{Get(file, "mimeType") ?? "media"}, {Get(file, "fileUri")}]"
            : part.TryGetProperty("functionCall", out JsonElement call) ? $"[calls {Get(call, "name")}]"
            : part.TryGetProperty("functionResponse", out JsonElement result) ? $"[result of {Get(result, "name")}]"
            : "[" + string.Join(", ", part.EnumerateObject().Select(static member => member.Name)) + "]";
    }

    // A history holds real data; only what is new is described.
    private static string Size(string? data) => data is ['<', .., '>'] ? ", " + data[1..^1] : "";

    private static string? Get(JsonElement element, string member)
        => element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int EstimateTurn(JsonElement turn, string model) => TurnFacts.EstimateTokens(Encoding.UTF8.GetBytes(turn.GetRawText()), model);

    private static int EstimateDeclarations(JsonElement body)
    {
        int tokens = body.TryGetProperty("tools", out JsonElement tools) ? TokenEstimator.Estimate(tools.GetRawText()) : 0;
        if (body.TryGetProperty("generationConfig", out JsonElement config))
        {
            foreach (string member in SchemaMembers)
            {
                tokens += config.TryGetProperty(member, out JsonElement schema) ? TokenEstimator.Estimate(schema.GetRawText()) : 0;
            }
        }

        return tokens;
    }
}
