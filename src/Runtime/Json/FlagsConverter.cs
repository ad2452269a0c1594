using System.Text.Json;
using System.Text.Json.Serialization;

namespace GeminiGen;

/// <summary>Reads an enum of flags from an array of the names the schema lists; none of them is the empty array.</summary>
internal sealed class FlagsConverter<T>(Func<T, T, T> combine, (string Name, T Value)[] members) : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new AnswerValueException("must be an array of names");
        }

        T value = default;
        for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            value = combine(value, Find(ref reader, index));
        }

        return value;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach ((string name, T flag) in members)
        {
            if (EqualityComparer<T>.Default.Equals(combine(value, flag), value))
            {
                writer.WriteStringValue(name);
            }
        }

        writer.WriteEndArray();
    }

    private T Find(ref Utf8JsonReader reader, int index)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            foreach ((string name, T value) in members)
            {
                if (reader.ValueTextEquals(name))
                {
                    return value;
                }
            }
        }

        throw ValuePathException.AtIndex(index, "must be one of " + string.Join(", ", members.Select(static member => member.Name)));
    }
}
