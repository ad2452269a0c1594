using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>Reads whole numbers in every form JSON has for them; the serializer's own converters take digits only.</summary>
internal sealed class IntegerConverter<T> : JsonConverter<T>
    where T : struct, IBinaryInteger<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
        {
            throw new JsonException();
        }

        Int128 exact = reader.TryGetInt64(out long digits) ? digits : WholeNumber.Read(reader.ValueSpan);
        T value = T.CreateSaturating(exact);
        return Int128.CreateSaturating(value) == exact
            ? value
            : throw new AnswerValueException("must be in the range of " + TypeNames.Of(typeof(T)));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNumberValue(decimal.CreateChecked(value));
}
