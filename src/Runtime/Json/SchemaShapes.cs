using System.Text.Json;

namespace GeminiGen;

/// <summary>Tells from a schema, of either dialect, which kinds of JSON value it is for. Read when an answer is not plain JSON only.</summary>
internal static class SchemaShapes
{
    /// <summary>The kinds the schema itself allows.</summary>
    internal static JsonShapes Of(ReadOnlySpan<byte> schema)
    {
        Utf8JsonReader reader = new(schema);
        reader.Read();
        return Read(ref reader).Own;
    }

    /// <summary>The kinds a list's schema allows as elements.</summary>
    internal static JsonShapes OfItems(ReadOnlySpan<byte> schema)
    {
        Utf8JsonReader reader = new(schema);
        reader.Read();
        return Read(ref reader).Items;
    }

    /// <summary>The kind of value that starts with a byte.</summary>
    internal static JsonShapes OfStart(byte start) => start switch
    {
        (byte)'{' => JsonShapes.Object,
        (byte)'[' => JsonShapes.Array,
        (byte)'"' => JsonShapes.String,
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonShapes.Number,
        (byte)'t' or (byte)'f' => JsonShapes.Boolean,
        (byte)'n' => JsonShapes.Null,
        _ => JsonShapes.None,
    };

    private static (JsonShapes Own, JsonShapes Items) Read(ref Utf8JsonReader reader)
    {
        JsonShapes own = JsonShapes.None, items = JsonShapes.None;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return (own, items);
        }

        while (AnswerReader.NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                own |= ReadTypes(ref reader);
            }
            else if (reader.ValueTextEquals("nullable"u8))
            {
                reader.Read();
                own |= reader.TokenType == JsonTokenType.True ? JsonShapes.Null : JsonShapes.None;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("items"u8))
            {
                reader.Read();
                items |= Read(ref reader).Own;
            }
            else if (reader.ValueTextEquals("anyOf"u8) && AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    (JsonShapes alternative, JsonShapes itsItems) = Read(ref reader);
                    own |= alternative;
                    items |= itsItems;
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return (own, items);
    }

    private static JsonShapes ReadTypes(ref Utf8JsonReader reader)
    {
        reader.Read();
        JsonShapes shapes = JsonShapes.None;
        if (reader.TokenType == JsonTokenType.String)
        {
            return OfName(reader.GetString()!);
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                shapes |= OfName(reader.GetString()!);
            }
        }

        return shapes;
    }

    private static JsonShapes OfName(string name) => name.ToUpperInvariant() switch
    {
        "OBJECT" => JsonShapes.Object,
        "ARRAY" => JsonShapes.Array,
        "STRING" => JsonShapes.String,
        "NUMBER" or "INTEGER" => JsonShapes.Number,
        "BOOLEAN" => JsonShapes.Boolean,
        "NULL" => JsonShapes.Null,
        _ => JsonShapes.None,
    };
}
