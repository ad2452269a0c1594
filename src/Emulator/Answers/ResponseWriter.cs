using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

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
                json.WriteEndObject();
            }

            WriteUsage(json, chunk.Usage);
            json.WriteString("modelVersion", answer.ModelVersion);
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
            WriteContent(json, chunk.Parts);
            if (chunk.IsLast)
            {
                json.WriteString("finishReason", answer.FinishReason);
            }

            json.WriteNumber("index", index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteContent(Utf8JsonWriter json, IReadOnlyList<AnswerPart> parts)
    {
        json.WriteStartObject("content");
        if (parts.Count > 0)
        {
            json.WriteStartArray("parts");
            foreach (AnswerPart part in parts)
            {
                json.WriteStartObject();
                json.WriteString("text", part.Text);
                if (part.IsThought)
                {
                    json.WriteBoolean("thought", true);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteString("role", "model");
        json.WriteEndObject();
    }

    private static void WriteUsage(Utf8JsonWriter json, Usage usage)
    {
        json.WriteStartObject("usageMetadata");
        json.WriteNumber("promptTokenCount", usage.Prompt);
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
        json.WriteEndObject();
    }
}
