using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>
/// Reads an object of the type its discriminator names, wherever in the object that stands. The serializer's own way reports a missing one
/// as an unsupported type, without a place.
/// </summary>
internal sealed class PolymorphicConverter<T>(string discriminator, (object Value, Type Type)[] cases) : JsonConverter<T>, ITypeByValue
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
        return cases.FirstOrDefault(known => GetText(known.Value) == answered).Type;
    }

    /// <summary>Writes what a function gives, the discriminator first.</summary>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        (object? name, Type? type) = cases.FirstOrDefault(known => known.Type == value.GetType());
        if (type is null)
        {
            throw new NotSupportedException($"{value.GetType()} is none of the derived types that {typeof(T)} names.");
        }

        writer.WriteStartObject();
        if (name is int number)
        {
            writer.WriteNumber(discriminator, number);
        }
        else
        {
            writer.WriteString(discriminator, (string)name);
        }

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
            JsonTokenType.Number when reader.TryGetInt32(out int number) => GetText(number),
            _ => null,
        };
        foreach ((object value, Type type) in cases)
        {
            if (GetText(value) == answered)
            {
                return type;
            }
        }

        throw new ValuePathException(
            ValuePathException.Member(discriminator), "must be one of " + string.Join(", ", cases.Select(static known => GetText(known.Value))));
    }

    /// <summary>A number and its digits are one: models write either for the other.</summary>
    private static string GetText(object value) => string.Create(CultureInfo.InvariantCulture, $"{value}");
}
