using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;

namespace GeminiGen.Emulator.OpenAI;

/// <summary>
/// Writes an answer as a chat completion, whole or in chunks. What OpenAI has no place for stands where Google puts it: thought signatures in
/// <c>extra_content.google</c>, thoughts between tags in the content. Tokens of thinking are in the total only, and told apart in the details.
/// To be written once: chunks in their order, since calls of functions are numbered through all of them.
/// </summary>
internal sealed class ChatReply(ModelAnswer answer, DateTimeOffset created)
{
    private int _calls;

    public JsonObject Whole()
    {
        JsonObject message = Content(answer.Parts, isWhole: true);
        var choices = new JsonArray();
        for (int index = 0; index < Math.Max(1, answer.CandidateCount); index++)
        {
            choices.Add(new JsonObject { ["index"] = index, ["message"] = message.DeepClone(), ["finish_reason"] = FinishReason() });
        }

        JsonObject reply = Head("chat.completion");
        reply["choices"] = choices;
        reply["usage"] = Usage(answer.Usage);
        return reply;
    }

    public JsonObject Piece(AnswerChunk chunk)
    {
        JsonObject delta = Content(chunk.Parts, isWhole: false);
        JsonObject reply = Head("chat.completion.chunk");
        var choices = new JsonArray();
        for (int index = 0; index < Math.Max(1, answer.CandidateCount); index++)
        {
            var choice = new JsonObject { ["index"] = index, ["delta"] = delta.DeepClone() };
            if (chunk.IsLast)
            {
                choice["finish_reason"] = FinishReason();
            }

            choices.Add(choice);
        }

        reply["choices"] = choices;
        return reply;
    }

    /// <summary>The chunk with nothing but the counts, for those who ask for it.</summary>
    public JsonObject UsagePiece()
    {
        JsonObject reply = Head("chat.completion.chunk");
        reply["choices"] = new JsonArray();
        reply["usage"] = Usage(answer.Usage);
        return reply;
    }

    private JsonObject Head(string kind) => new()
    {
        ["id"] = answer.ResponseId,
        ["object"] = kind,
        ["created"] = created.ToUnixTimeSeconds(),
        ["model"] = answer.ModelVersion,
    };

    private JsonObject Content(IReadOnlyList<AnswerPart> parts, bool isWhole)
    {
        var node = new JsonObject { ["role"] = "assistant" };
        string thoughts = string.Concat(parts.Where(part => part.IsThought).Select(part => part.Text));
        string text = string.Concat(parts.Where(part => part.IsText).Select(part => part.Text));
        JsonObject[] calls = [.. parts.Where(part => part.Data is { Field: "functionCall" }).Select(Call)];
        string content = thoughts.Length > 0 ? $"<thought>{thoughts}</thought>{text}" : text;
        if (content.Length > 0 || !isWhole)
        {
            node["content"] = content;
        }
        else
        {
            node["content"] = null;
        }

        if (calls.Length > 0)
        {
            node["tool_calls"] = new JsonArray([.. calls]);
        }

        if (thoughts.Length > 0 && !isWhole)
        {
            node["extra_content"] = Google(new JsonObject { ["thought"] = true });
        }
        else if (isWhole && answer.Signature is { } signature)
        {
            node["extra_content"] = Google(new JsonObject { ["thought_signature"] = signature });
        }

        return node;
    }

    private JsonObject Call(AnswerPart part)
    {
        int index = _calls++;
        JsonElement call = JsonSerializer.Deserialize<JsonElement>(part.Data!.Value.Json);
        var node = new JsonObject
        {
            ["index"] = index,
            ["id"] = call.TryGetProperty("id", out JsonElement id) ? id.GetString() : $"function-call-{index}",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.GetProperty("name").GetString(), ["arguments"] = call.GetProperty("args").GetRawText() },
        };
        if (part.Signature is { } signature)
        {
            node["extra_content"] = Google(new JsonObject { ["thought_signature"] = signature });
        }

        return node;
    }

    private static JsonObject Google(JsonObject content) => new() { ["google"] = content };

    private string FinishReason() => answer switch
    {
        { BlockReason: not null } => "content_filter",
        { FinishReason: "STOP" } when answer.Parts.Any(part => part.Data is { Field: "functionCall" }) => "tool_calls",
        { FinishReason: "STOP" } => "stop",
        { FinishReason: "MAX_TOKENS" or "CONTINUATION" } => "length",
        _ => "content_filter",
    };

    private static JsonObject Usage(Usage usage)
    {
        var node = new JsonObject { ["prompt_tokens"] = usage.Prompt, ["completion_tokens"] = usage.Candidates, ["total_tokens"] = usage.Total };
        if (usage.Thoughts > 0)
        {
            node["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = usage.Thoughts };
        }

        if (usage.Cached > 0)
        {
            node["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.Cached };
        }

        return node;
    }
}
