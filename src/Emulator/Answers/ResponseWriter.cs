using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Writes a GenerateContentResponse.</summary>
internal static class ResponseWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(ModelAnswer answer, AnswerChunk chunk)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            WriteCandidates(json, answer, chunk);
            if (answer.BlockReason is { } reason)
            {
                json.WriteStartObject("promptFeedback");
                json.WriteString("blockReason", reason);
                WriteRatings(json, reason);
                json.WriteEndObject();
            }

            WriteUsage(json, chunk.Usage, answer);
            json.WriteString("modelVersion", answer.ModelVersion);
            if (answer.CloudTime is { } time)
            {
                json.WriteString("createTime", WireValue.Text(time));
            }

            json.WriteString("responseId", answer.ResponseId);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteCandidates(Utf8JsonWriter json, ModelAnswer answer, AnswerChunk chunk)
    {
        if (answer.BlockReason is not null)
        {
            return;
        }

        json.WriteStartArray("candidates");
        for (int index = 0; index < answer.CandidateCount; index++)
        {
            json.WriteStartObject();
            if (!answer.IsWithheld)
            {
                WriteContent(json, chunk.Parts, chunk.IsLast ? answer.Signature : null);
            }

            if (chunk.IsLast)
            {
                json.WriteString("finishReason", answer.FinishReason);
                if (answer.FinishReason == "STOP" && answer.Parts.Any(part => part.Data is { Field: "functionCall" }))
                {
                    json.WriteString("finishMessage", "Model generated function call(s).");
                }

                WriteRatings(json, answer.FinishReason);
                WriteMetadata(json, "groundingMetadata", answer.GroundingMetadata);
                WriteMetadata(json, "urlContextMetadata", answer.UrlContextMetadata);
                if (answer.ContinuationToken is { } token)
                {
                    json.WriteString("continuationToken", token);
                }
            }

            json.WriteNumber("index", index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Told where a filter stopped something, as the API does.
    private static void WriteRatings(Utf8JsonWriter json, string reason)
    {
        if (reason != "SAFETY")
        {
            return;
        }

        json.WriteStartArray("safetyRatings");
        WriteRating(json, "HARM_CATEGORY_HARASSMENT", "NEGLIGIBLE");
        WriteRating(json, "HARM_CATEGORY_HATE_SPEECH", "NEGLIGIBLE");
        WriteRating(json, "HARM_CATEGORY_SEXUALLY_EXPLICIT", "NEGLIGIBLE");
        WriteRating(json, "HARM_CATEGORY_DANGEROUS_CONTENT", "HIGH", isBlocked: true);
        json.WriteEndArray();
    }

    private static void WriteRating(Utf8JsonWriter json, string category, string probability, bool isBlocked = false)
    {
        json.WriteStartObject();
        json.WriteString("category", category);
        json.WriteString("probability", probability);
        if (isBlocked)
        {
            json.WriteBoolean("blocked", true);
        }

        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, string name, JsonObject? metadata)
    {
        if (metadata is not null)
        {
            json.WritePropertyName(name);
            metadata.WriteTo(json);
        }
    }

    // The signature stands on the last part: in a stream that is the empty text which comes with the finish reason.
    private static void WriteContent(Utf8JsonWriter json, IReadOnlyList<AnswerPart> parts, string? signature)
    {
        json.WriteStartObject("content");
        if (parts.Count > 0)
        {
            json.WriteStartArray("parts");
            for (int index = 0; index < parts.Count; index++)
            {
                WritePart(json, parts[index], index == parts.Count - 1 ? signature : null);
            }

            json.WriteEndArray();
        }

        json.WriteString("role", "model");
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, AnswerPart part, string? signature)
    {
        json.WriteStartObject();
        if (part.Data is var (field, data))
        {
            json.WritePropertyName(field);
            json.WriteRawValue(data);
        }
        else
        {
            json.WriteString("text", part.Text);
        }

        if (part.IsThought)
        {
            json.WriteBoolean("thought", true);
        }
        else if ((part.Signature ?? signature) is { } own)
        {
            json.WriteString("thoughtSignature", own);
        }

        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, Usage usage, ModelAnswer answer)
    {
        json.WriteStartObject("usageMetadata");
        json.WriteNumber("promptTokenCount", usage.Prompt);
        if (usage.Cached > 0)
        {
            json.WriteNumber("cachedContentTokenCount", usage.Cached);
            json.WriteStartArray("cacheTokensDetails");
            json.WriteStartObject();
            json.WriteString("modality", "TEXT");
            json.WriteNumber("tokenCount", usage.Cached);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        if (usage.Candidates > 0)
        {
            json.WriteNumber("candidatesTokenCount", usage.Candidates);
        }

        if (usage.Thoughts > 0)
        {
            json.WriteNumber("thoughtsTokenCount", usage.Thoughts);
        }

        json.WriteNumber("totalTokenCount", usage.Total);
        json.WritePropertyName("promptTokensDetails");
        PromptUsage.Details(usage).WriteTo(json);
        if (answer.ServiceTier != "standard")
        {
            json.WriteString("serviceTier", answer.ServiceTier);
        }

        if (answer.CloudTime is not null)
        {
            json.WriteString("trafficType", "ON_DEMAND");
        }

        json.WriteEndObject();
    }
}
