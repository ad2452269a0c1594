using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GeminiGen;

/// <summary>
/// Reads a dictionary from a JSON object or from an array of objects with a <c>key</c> and a <c>value</c>, which is what models are asked for
/// whose schemas have no objects with members of any name.
/// </summary>
internal sealed class DictionaryConverter<TDictionary, TKey, TValue>(
    Func<string, (bool IsKnown, TKey Value)> findKey, Func<TKey, string> nameKey, Func<Dictionary<TKey, TValue>, TDictionary> create, bool allowsNull) : JsonConverter<TDictionary>
    where TKey : notnull
{
    public override TDictionary Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Dictionary<TKey, TValue> entries = [];
        var values = (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                string key = reader.GetString()!;
                reader.Read();
                Add(entries, key, ReadValue(ref reader, values, ValuePathException.Member(key)), ValuePathException.Member(key));
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                ReadPair(ref reader, entries, values, ValuePathException.Element(index));
            }
        }
        else
        {
            throw new AnswerValueException("must be an object");
        }

        return create(entries);
    }

    /// <summary>Writes what a function gives, as an object: only schemas lack those, JSON does not.</summary>
    public override void Write(Utf8JsonWriter writer, TDictionary value, JsonSerializerOptions options)
    {
        var values = (JsonTypeInfo<TValue>)options.GetTypeInfo(typeof(TValue));
        writer.WriteStartObject();
        foreach (KeyValuePair<TKey, TValue> entry in (IEnumerable<KeyValuePair<TKey, TValue>>)value!)
        {
            writer.WritePropertyName(nameKey(entry.Key));
            JsonSerializer.Serialize(writer, entry.Value, values);
        }

        writer.WriteEndObject();
    }

    private void ReadPair(ref Utf8JsonReader reader, Dictionary<TKey, TValue> entries, JsonTypeInfo<TValue> values, string path)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ValuePathException(path, "must be an object with a key and a value");
        }

        string? key = null;
        TValue? value = default;
        bool hasValue = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            bool isKey = reader.ValueTextEquals("key"u8);
            bool isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (isKey && key is null && reader.TokenType == JsonTokenType.String)
            {
                key = reader.GetString();
            }
            else if (isValue && !hasValue)
            {
                value = ReadValue(ref reader, values, path + ".value");
                hasValue = true;
            }
            else if (isKey || isValue)
            {
                throw new ValuePathException(path, "must have one text as its key and one value");
            }
            else
            {
                reader.Skip();
            }
        }

        if (key is null || !hasValue)
        {
            throw new ValuePathException(path, "must have a key and a value");
        }

        Add(entries, key, value, path);
    }

    private TValue? ReadValue(ref Utf8JsonReader reader, JsonTypeInfo<TValue> values, string path)
    {
        if (reader.TokenType == JsonTokenType.Null && !allowsNull)
        {
            throw new ValuePathException(path, "must not be null");
        }

        try
        {
            return JsonSerializer.Deserialize(ref reader, values);
        }
        catch (JsonException exception)
        {
            throw ValuePathException.Within(path, exception);
        }
    }

    private void Add(Dictionary<TKey, TValue> entries, string name, TValue? value, string path)
    {
        (bool isKnown, TKey key) = findKey(name);
        if (!isKnown)
        {
            throw new ValuePathException(path, "must have a member of the enum as its key");
        }

        if (!entries.TryAdd(key, value!))
        {
            throw new ValuePathException(path, "must have a key of its own");
        }
    }
}
