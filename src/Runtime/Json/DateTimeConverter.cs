using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>
/// Reads dates with a time of day: with an offset as UTC, without one as they stand. The serializer's own converter turns an offset into the machine's
/// local time, so that one answer would be read differently in two places.
/// </summary>
internal sealed class DateTimeConverter : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTime(out DateTime value))
        {
            throw new JsonException();
        }

        return value.Kind == DateTimeKind.Local ? reader.GetDateTimeOffset().UtcDateTime : value;
    }

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
