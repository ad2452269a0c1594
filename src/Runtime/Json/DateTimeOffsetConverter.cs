using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>Reads moments, and refuses those that name none: the serializer's own converter takes the offset of the machine for one that is missing.</summary>
internal sealed class DateTimeOffsetConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out DateTime clock))
        {
            throw new JsonException();
        }

        return clock.Kind == DateTimeKind.Unspecified
            ? throw new AnswerValueException("must end with Z or an offset, as 2026-11-30T09:30:00Z does")
            : reader.GetDateTimeOffset();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
