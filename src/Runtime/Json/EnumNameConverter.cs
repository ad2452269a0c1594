using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>
/// Reads an enum from the names the schema lists. The serializer's own converter is laxer: it takes names in another case and lists of names.
/// </summary>
internal sealed class EnumNameConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private readonly string[] _names;
    private readonly JsonConverter<T> _values;

    public EnumNameConverter(JsonSerializerOptions options, string[] names)
    {
        _names = names;
        var factory = new JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false);
        _values = (JsonConverter<T>)factory.CreateConverter(typeof(T), options)!;
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach (string name in _names)
            {
                if (reader.ValueTextEquals(name))
                {
                    return _values.Read(ref reader, typeToConvert, options);
                }
            }
        }

        throw new AnswerValueException("must be one of " + string.Join(", ", _names));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => _values.Write(writer, value, options);
}
