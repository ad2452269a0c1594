using System.Text.Json;

namespace GeminiGen;

/// <summary>What has to be known of a turn's content without changing it.</summary>
/// <param name="IsModel">Whether the model speaks.</param>
/// <param name="HasCall">Whether a part calls a function.</param>
/// <param name="HasResponse">Whether a part answers a call.</param>
internal readonly record struct TurnFacts(bool IsModel, bool HasCall, bool HasResponse)
{
    /// <summary>Reads a content object.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static TurnFacts Read(ReadOnlySpan<byte> json)
    {
        bool isModel = false, hasCall = false, hasResponse = false, hasParts = false;
        Utf8JsonReader reader = new(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A turn is a JSON object with a role and a list of parts.");
        }

        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("role"u8))
            {
                isModel = ReadRole(ref reader);
            }
            else if (reader.ValueTextEquals("parts"u8))
            {
                hasParts = true;
                ReadParts(ref reader, ref hasCall, ref hasResponse);
            }
            else
            {
                reader.Skip();
            }
        }

        if (!hasParts || reader.Read())
        {
            throw new JsonException("A turn is one JSON object with a list of parts.");
        }

        return new TurnFacts(isModel, hasCall, hasResponse);
    }

    /// <summary>The text of a content object, without thoughts.</summary>
    internal static string ReadText(ReadOnlySpan<byte> json)
    {
        AnswerFields fields = default;
        Utf8JsonReader reader = new(json);
        reader.Read();
        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("parts"u8) && AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    PartReader.Read(ref reader, ref fields);
                }
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Skip();
            }
        }

        return fields.Text ?? "";
    }

    /// <summary>What a content object costs as part of a prompt.</summary>
    /// <param name="json">The object.</param>
    /// <param name="model">The model that reads it, on which the price of media depends; empty for any since Gemini 3.</param>
    internal static int EstimateTokens(ReadOnlySpan<byte> json, string model = "")
    {
        int tokens = TokenEstimator.TokensPerTurn;
        MediumFacts medium = default;
        Utf8JsonReader reader = new(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                tokens += medium.Take(model);
            }

            if (reader.TokenType != JsonTokenType.PropertyName || medium.TryRead(ref reader))
            {
                continue;
            }

            if (reader.ValueTextEquals("text"u8))
            {
                reader.Read();
                tokens += reader.TokenType == JsonTokenType.String ? TokenEstimator.Estimate(reader.GetString()) : 0;
            }
            else if (reader.ValueTextEquals("functionCall"u8) || reader.ValueTextEquals("functionResponse"u8))
            {
                reader.Read();
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                tokens += TokenEstimator.Estimate(json[start..(int)reader.BytesConsumed]);
            }
            else if (!reader.ValueTextEquals("parts"u8))
            {
                reader.Skip();
            }
        }

        return tokens;
    }

    private static void ReadParts(ref Utf8JsonReader reader, ref bool hasCall, ref bool hasResponse)
    {
        if (!AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
        {
            throw new JsonException("The parts of a turn are a list.");
        }

        bool isEmpty = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            isEmpty = false;
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new JsonException("The parts of a turn are objects.");
            }

            while (AnswerReader.NextProperty(ref reader))
            {
                hasCall |= reader.ValueTextEquals("functionCall"u8);
                hasResponse |= reader.ValueTextEquals("functionResponse"u8);
                reader.Skip();
            }
        }

        if (isEmpty)
        {
            throw new JsonException("A turn has at least one part; the API refuses turns without any.");
        }
    }

    /// <summary>Whether the model speaks. Old histories call the turn of a function's result <c>function</c>; one without a role is the user's, as for the API.</summary>
    private static bool ReadRole(ref Utf8JsonReader reader)
    {
        reader.Read();
        bool isModel = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("model"u8);
        bool isKnown = isModel || reader.TokenType == JsonTokenType.Null
            || (reader.TokenType == JsonTokenType.String && (reader.ValueTextEquals("user"u8) || reader.ValueTextEquals("function"u8)));
        return isKnown ? isModel : throw new JsonException("The role of a turn is user or model. Instructions are no turn: they go into [SystemInstruction].");
    }
}
