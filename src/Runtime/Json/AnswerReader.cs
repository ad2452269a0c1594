using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// Reads a <c>GenerateContentResponse</c> straight from its bytes. Everything may be missing, everything unknown is skipped, and a field of an
/// unexpected kind counts as missing: the service adds fields and values without notice.
/// </summary>
internal static class AnswerReader
{
    internal static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a response, or an array of them, into the fields.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static void Read(ReadOnlySpan<byte> json, ref AnswerFields fields)
    {
        Utf8JsonReader reader = new(json.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            ReadResponse(ref reader, ref fields);
            return;
        }

        fields.EndsWithAnswer = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ReadResponse(ref reader, ref fields);
        }
    }

    /// <summary>Reads the candidates a response begins with, <c>{"candidates":</c>, and nothing after them; gives how many bytes that took.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static int ReadLeadingCandidates(ReadOnlySpan<byte> json, ref AnswerFields fields)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        reader.Read();
        fields.IsResponse = true;
        ReadCandidates(ref reader, ref fields);
        return (int)reader.BytesConsumed;
    }

    private static void ReadResponse(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        fields.IsResponse = true;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("candidates"u8))
            {
                ReadCandidates(ref reader, ref fields);
                if (fields.EndsWithAnswer && fields.HasText && fields.Finish == FinishReason.Stop)
                {
                    return;
                }
            }
            else if (reader.ValueTextEquals("usageMetadata"u8))
            {
                UsageReader.Read(ref reader, ref fields.Usage);
            }
            else if (reader.ValueTextEquals("promptFeedback"u8))
            {
                ReadPromptFeedback(ref reader, ref fields);
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                reader.Read();
                fields.HasError |= reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
            else if (fields.WantsDetails && reader.ValueTextEquals("modelVersion"u8))
            {
                ReadText(ref reader, ref fields.ModelVersion);
            }
            else if (fields.WantsDetails && reader.ValueTextEquals("responseId"u8))
            {
                ReadText(ref reader, ref fields.ResponseId);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    // One candidate is asked for; should a service send more, the first is the answer.
    private static void ReadCandidates(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (!Enter(ref reader, JsonTokenType.StartArray))
        {
            return;
        }

        bool first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (first && reader.TokenType == JsonTokenType.StartObject)
            {
                fields.HasCandidate = true;
                while (ReadCandidateMember(ref reader, ref fields))
                {
                }
            }
            else
            {
                reader.Skip();
            }

            first = false;
        }
    }

    /// <summary>Reads the next member of a candidate; false at the candidate's end.</summary>
    /// <exception cref="JsonException">The bytes are not JSON.</exception>
    internal static bool ReadCandidateMember(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (!NextProperty(ref reader))
        {
            return false;
        }

        if (reader.ValueTextEquals("content"u8))
        {
            ReadContent(ref reader, ref fields);
        }
        else if (reader.ValueTextEquals("finishReason"u8))
        {
            ReadFinishReason(ref reader, ref fields.Finish);
        }
        else if ((fields.WantsDetails || fields.Finish != FinishReason.Stop) && reader.ValueTextEquals("safetyRatings"u8))
        {
            fields.SafetyRatings = SafetyRatingReader.Read(ref reader) ?? fields.SafetyRatings;
        }
        else
        {
            reader.Skip();
        }

        return true;
    }

    private static void ReadContent(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        while (NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals("parts"u8))
            {
                reader.Skip();
            }
            else if (Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    PartReader.Read(ref reader, ref fields);
                }
            }
        }
    }

    private static void ReadPromptFeedback(ref Utf8JsonReader reader, ref AnswerFields fields)
    {
        if (!Enter(ref reader, JsonTokenType.StartObject))
        {
            return;
        }

        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("blockReason"u8))
            {
                ReadText(ref reader, ref fields.BlockReason);
            }
            else if (reader.ValueTextEquals("blockReasonMessage"u8))
            {
                // Seen without a reason beside it.
                fields.BlockReason ??= "BLOCK_REASON_UNSPECIFIED";
                reader.Skip();
            }
            else if (reader.ValueTextEquals("safetyRatings"u8))
            {
                // Of the prompt; those of an answer matter more.
                List<SafetyRating>? ofPrompt = SafetyRatingReader.Read(ref reader);
                fields.SafetyRatings ??= ofPrompt;
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadFinishReason(ref Utf8JsonReader reader, ref FinishReason finish)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number))
        {
            finish = FinishReasonNumbers.ToReason(number);
        }
        else if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
        }
        else if (reader.ValueTextEquals("STOP"u8))
        {
            finish = FinishReason.Stop;
        }
        else if (!reader.ValueTextEquals("FINISH_REASON_UNSPECIFIED"u8))
        {
            finish = new FinishReason(reader.GetString()!);
        }
    }

    /// <summary>Reads a text behind its name; a value of another kind counts as missing.</summary>
    internal static void ReadText(ref Utf8JsonReader reader, ref string? value)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
        }
        else if (value is null || !reader.ValueTextEquals(value))
        {
            // Every piece of a stream repeats these: one string serves them all.
            value = reader.GetString();
        }
    }

    /// <summary>Moves to the next property's name; false at the object's end.</summary>
    internal static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Moves from a property's name into its value, or past a value of another kind.</summary>
    internal static bool Enter(ref Utf8JsonReader reader, JsonTokenType kind)
    {
        reader.Read();
        if (reader.TokenType == kind)
        {
            return true;
        }

        reader.Skip();
        return false;
    }
}
