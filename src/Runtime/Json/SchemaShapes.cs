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
        return Read(ref reader, schema).Own;
    }

    /// <summary>The kinds a list's schema allows as elements.</summary>
    internal static JsonShapes OfItems(ReadOnlySpan<byte> schema)
    {
        Utf8JsonReader reader = new(schema);
        reader.Read();
        return Read(ref reader, schema).Items;
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

    private static (JsonShapes Own, JsonShapes Items) Read(ref Utf8JsonReader reader, ReadOnlySpan<byte> root)
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
                items |= Read(ref reader, root).Own;
            }
            else if (reader.ValueTextEquals("anyOf"u8) && AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    (JsonShapes alternative, JsonShapes itsItems) = Read(ref reader, root);
                    own |= alternative;
                    items |= itsItems;
                }
            }
            else if (reader.ValueTextEquals("$ref"u8))
            {
                reader.Read();
                (JsonShapes defined, JsonShapes itsItems) = ReadDefinition(reader.GetString()!, root);
                own |= defined;
                items |= itsItems;
            }
            else
            {
                reader.Skip();
            }
        }

        return (own, items);
    }

    /// <summary>The kinds of what a reference names. Definitions are objects, so no reference leads back to itself.</summary>
    private static (JsonShapes Own, JsonShapes Items) ReadDefinition(string reference, ReadOnlySpan<byte> root)
    {
        string name = reference[(reference.LastIndexOf('/') + 1)..];
        Utf8JsonReader reader = new(root);
        reader.Read();
        while (AnswerReader.NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals("$defs"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            while (AnswerReader.NextProperty(ref reader))
            {
                if (reader.ValueTextEquals(name))
                {
                    reader.Read();
                    return Read(ref reader, root);
                }

                reader.Skip();
            }
        }

        return (JsonShapes.None, JsonShapes.None);
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
