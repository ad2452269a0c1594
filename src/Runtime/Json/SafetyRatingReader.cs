using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads <c>safetyRatings</c>, of a prompt or of an answer.</summary>
internal static class SafetyRatingReader
{
    /// <summary>Reads the list behind its name; <see langword="null"/> when there are none.</summary>
    internal static List<SafetyRating>? Read(ref Utf8JsonReader reader)
    {
        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
        {
            return null;
        }

        List<SafetyRating>? ratings = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                (ratings ??= []).Add(ReadOne(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return ratings;
    }

    private static SafetyRating ReadOne(ref Utf8JsonReader reader)
    {
        string? category = null, probability = null;
        bool isBlocked = false;
        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("category"u8))
            {
                AnswerReader.ReadText(ref reader, ref category);
            }
            else if (reader.ValueTextEquals("probability"u8))
            {
                AnswerReader.ReadText(ref reader, ref probability);
            }
            else if (reader.ValueTextEquals("blocked"u8))
            {
                reader.Read();
                isBlocked = reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
            else
            {
                reader.Skip();
            }
        }

        return new SafetyRating(category ?? "HARM_CATEGORY_UNSPECIFIED", probability ?? "HARM_PROBABILITY_UNSPECIFIED", isBlocked);
    }
}
