using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>
/// Reads an object of the type its discriminator names, wherever in the object that stands. The serializer's own way reports a missing one
/// as an unsupported type, without a place.
/// </summary>
internal sealed class PolymorphicConverter<T>(string discriminator, (string Value, Type Type)[] cases) : JsonConverter<T>, ITypeByValue
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Type type = FindType(reader);
        try
        {
            return (T?)JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(type));
        }
        catch (JsonException exception)
        {
            throw ValuePathException.Within("", exception);
        }
    }

    public Type? TypeOf(JsonElement value)
    {
        string? answered = value.ValueKind == JsonValueKind.Object && value.TryGetProperty(discriminator, out JsonElement said) ? said.ToString() : null;
        return cases.FirstOrDefault(known => known.Value == answered).Type;
    }

    /// <summary>Writes what a function gives, the discriminator first.</summary>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        (string? name, Type? type) = cases.FirstOrDefault(known => known.Type == value.GetType());
        if (type is null)
        {
            throw new NotSupportedException($"{value.GetType()} is none of the derived types that {typeof(T)} names.");
        }

        writer.WriteStartObject();
        writer.WriteString(discriminator, name);
        foreach (JsonProperty member in JsonSerializer.SerializeToElement(value, options.GetTypeInfo(type)).EnumerateObject())
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    // By value: the caller's reader stays where it is.
    private Type FindType(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new AnswerValueException("must be an object");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isDiscriminator = reader.ValueTextEquals(discriminator);
            reader.Read();
            if (isDiscriminator)
            {
                return FindCase(ref reader);
            }

            reader.Skip();
        }

        throw new ValuePathException(ValuePathException.Member(discriminator), "is missing, which says what the value is");
    }

    private Type FindCase(ref Utf8JsonReader reader)
    {
        string? answered = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number when reader.TryGetInt32(out int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };
        foreach ((string value, Type type) in cases)
        {
            if (value == answered)
            {
                return type;
            }
        }

        throw new ValuePathException(
            ValuePathException.Member(discriminator), "must be one of " + string.Join(", ", cases.Select(static known => known.Value)));
    }
}
