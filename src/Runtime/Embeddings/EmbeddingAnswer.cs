using System.Text.Json;

namespace GeminiGen;

/// <summary>Reads vectors.</summary>
/// <param name="count">How many are expected.</param>
internal readonly struct EmbeddingAnswer(int count) : IAnswer<float[][]>
{
    // Most vectors are of this size or smaller.
    private const int UsualLength = 3072;

    public float[][] Read(ReadOnlySpan<byte> body, in AnswerContext context)
    {
        List<float[]> vectors = new(count);
        try
        {
            ReadResponse(body, vectors);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ApiErrors.NoResponse(context, exception);
        }

        return vectors.Count == count ? vectors.ToArray() : throw ApiErrors.MissingVectors(context, vectors.Count, count);
    }

    /// <summary><c>{"embedding":{…}}</c> or <c>{"embeddings":[{…}]}</c>.</summary>
    private static void ReadResponse(ReadOnlySpan<byte> body, List<float[]> vectors)
    {
        Utf8JsonReader reader = new(body.StartsWith(AnswerReader.ByteOrderMark) ? body[AnswerReader.ByteOrderMark.Length..] : body);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("embedding"u8))
            {
                reader.Read();
                ReadEmbedding(ref reader, vectors);
            }
            else if (!reader.ValueTextEquals("embeddings"u8))
            {
                reader.Skip();
            }
            else if (AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    ReadEmbedding(ref reader, vectors);
                }
            }
        }
    }

    private static void ReadEmbedding(ref Utf8JsonReader reader, List<float[]> vectors)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (AnswerReader.NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals("values"u8))
            {
                reader.Skip();
            }
            else if (AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                vectors.Add(ReadNumbers(ref reader, vectors.Count > 0 ? vectors[0].Length : UsualLength));
            }
        }
    }

    private static float[] ReadNumbers(ref Utf8JsonReader reader, int usual)
    {
        float[] numbers = new float[usual];
        int length = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (length == numbers.Length)
            {
                Array.Resize(ref numbers, Math.Max(4, 2 * length));
            }

            numbers[length++] = reader.GetSingle();
        }

        return length == numbers.Length ? numbers : numbers[..length];
    }
}
