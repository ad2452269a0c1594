using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Interactions;

/// <summary>
/// Writes an answer as the steps of an interaction, whole or as events. Shapes: Google's pages "Streaming interactions" and "Interactions API: breaking changes
/// (May 2026)".
/// </summary>
internal sealed class InteractionReply(string id, ModelAnswer answer, DateTimeOffset now)
{
    public string Status =>
        answer.BlockReason is not null ? "failed"
        : answer.FinishReason == "STOP" ? answer.Parts.Any(IsCall) ? "requires_action" : "completed"
        : answer.FinishReason is "MAX_TOKENS" or "CONTINUATION" ? "incomplete"
        : "failed";

    /// <summary>The interaction without its steps.</summary>
    public JsonObject Head(string status) => new()
    {
        ["id"] = id,
        ["object"] = "interaction",
        ["model"] = answer.ModelVersion,
        ["status"] = status,
        ["created"] = Time(),
        ["updated"] = Time(),
        ["service_tier"] = "standard",
        ["usage"] = Usage(),
    };

    /// <summary>What the model did, step by step.</summary>
    public JsonArray Steps()
    {
        var steps = new JsonArray();
        if (Thought() is { } thought)
        {
            steps.Add(thought);
        }

        foreach (AnswerPart part in answer.Parts.Where(part => !part.IsThought && (part.Data is not null || part.Text.Length > 0)))
        {
            steps.Add(Step(part, steps));
        }

        return steps;
    }

    /// <summary>The same as events, texts in pieces.</summary>
    public IReadOnlyList<StreamItem> Events()
    {
        var created = new JsonObject { ["id"] = id, ["object"] = "interaction", ["model"] = answer.ModelVersion, ["status"] = "in_progress" };
        var events = new List<StreamItem>
        {
            Event("interaction.created", new JsonObject { ["interaction"] = created }),
            Event("interaction.status_update", new JsonObject { ["interaction_id"] = id, ["status"] = "in_progress" }),
        };
        JsonArray steps = Steps();
        for (int index = 0; index < steps.Count; index++)
        {
            AddStep(events, index, steps[index]!.AsObject());
        }

        events.Add(Event("interaction.completed", new JsonObject { ["interaction"] = Head(Status) }));
        return events;
    }

    public static StreamItem ErrorEvent(ApiError error) => Event("error", error.ToWordBody());

    private void AddStep(List<StreamItem> events, int index, JsonObject step)
    {
        string type = (string)step["type"]!;
        JsonObject start = type switch
        {
            "function_call" => new JsonObject { ["type"] = type, ["id"] = step["id"]!.DeepClone(), ["name"] = step["name"]!.DeepClone(), ["arguments"] = new JsonObject() },
            "thought" or "model_output" => new JsonObject { ["type"] = type },
            _ => step.DeepClone().AsObject(),
        };
        events.Add(Event("step.start", new JsonObject { ["index"] = index, ["step"] = start }));
        foreach (JsonObject delta in Deltas(type, step))
        {
            events.Add(Event("step.delta", new JsonObject { ["index"] = index, ["delta"] = delta }));
        }

        events.Add(Event("step.stop", new JsonObject { ["index"] = index }));
    }

    private IEnumerable<JsonObject> Deltas(string type, JsonObject step)
    {
        switch (type)
        {
            case "thought":
                foreach (JsonNode? summary in step["summary"] as JsonArray ?? [])
                {
                    yield return new JsonObject { ["type"] = "thought_summary", ["content"] = summary!.DeepClone() };
                }

                yield return new JsonObject { ["type"] = "thought_signature", ["signature"] = step["signature"]!.DeepClone() };
                break;
            case "function_call":
                yield return new JsonObject { ["type"] = "arguments_delta", ["arguments"] = step["arguments"]!.ToJsonString() };
                break;
            case "model_output":
                AnswerPart part = new((string)step["content"]![0]!["text"]!);
                foreach (AnswerChunk chunk in AnswerChunks.Split(answer with { Parts = [part] }).Where(chunk => !chunk.IsLast))
                {
                    yield return new JsonObject { ["type"] = "text", ["text"] = chunk.Parts[0].Text };
                }

                break;
            default:
                break;
        }
    }

    private JsonObject? Thought()
    {
        string? signature = answer.Parts.Select(part => part.Signature).FirstOrDefault(own => own is not null) ?? answer.Signature;
        if (signature is null)
        {
            return null;
        }

        var thought = new JsonObject { ["type"] = "thought", ["signature"] = signature };
        JsonNode[] summary = [.. answer.Parts.Where(part => part.IsThought).Select(part => Text(part.Text))];
        if (summary.Length > 0)
        {
            thought["summary"] = new JsonArray(summary);
        }

        return thought;
    }

    private static JsonObject Step(AnswerPart part, JsonArray before)
    {
        if (part.Data is not var (field, json))
        {
            return new JsonObject { ["type"] = "model_output", ["content"] = new JsonArray(Text(part.Text)) };
        }

        JsonNode data = JsonNode.Parse(json)!;
        return field switch
        {
            "functionCall" => new JsonObject
            {
                ["type"] = "function_call",
                ["id"] = data["id"]?.DeepClone() ?? string.Create(CultureInfo.InvariantCulture, $"call-{before.Count}"),
                ["name"] = data["name"]!.DeepClone(),
                ["arguments"] = data["args"]!.DeepClone(),
            },
            "executableCode" => new JsonObject
            {
                ["type"] = "code_execution_call",
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"code-{before.Count}"),
                ["arguments"] = new JsonObject { ["language"] = "python", ["code"] = data["code"]!.DeepClone() },
            },
            _ => new JsonObject
            {
                ["type"] = "code_execution_result",
                ["call_id"] = before.LastOrDefault(step => (string?)step!["type"] == "code_execution_call")?["id"]?.DeepClone(),
                ["result"] = data["output"]?.DeepClone(),
                ["is_error"] = false,
            },
        };
    }

    private JsonObject Usage()
    {
        Usage usage = answer.Usage;
        return new JsonObject
        {
            ["total_input_tokens"] = usage.Prompt,
            ["input_tokens_by_modality"] = new JsonArray(new JsonObject { ["modality"] = "text", ["tokens"] = usage.PromptText }),
            ["total_cached_tokens"] = usage.Cached,
            ["total_output_tokens"] = usage.Candidates,
            ["total_tool_use_tokens"] = 0,
            ["total_thought_tokens"] = usage.Thoughts,
            ["total_tokens"] = usage.Total,
        };
    }

    private string Time() => now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool IsCall(AnswerPart part) => part.Data is { Field: "functionCall" };

    private static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    private static StreamItem Event(string name, JsonObject data)
    {
        data["event_type"] = name;
        return new StreamItem(Encoding.UTF8.GetBytes(data.ToJsonString()), name);
    }
}
