using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>Reads floating-point numbers; the serializer's own converters make infinity of what is too large, which no answer said.</summary>
internal sealed class FloatConverter<T> : JsonConverter<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException();
        }

        T value = T.Parse(reader.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        return T.IsFinite(value)
            ? value
            : throw new AnswerValueException("must be in the range of " + TypeNames.Of(typeof(T)));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(double.CreateChecked(value));
}
