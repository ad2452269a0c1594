using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>Writes JSON so that what means the same is the same.</summary>
internal static class CanonicalJson
{
    /// <summary>Reads JSON; null for what is none, or cannot be written again: a member twice, half a character.</summary>
    internal static JsonNode? TryParse(string text)
    {
        if (text.AsSpan().TrimStart() is not (['{', ..] or ['[', ..]))
        {
            return null;
        }

        try
        {
            JsonNode? json = JsonNode.Parse(text);
            Write(json);
            return json;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The JSON without white space, members in order of their names.</summary>
    internal static string Write(JsonNode? node)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            Write(writer, node);
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    private static void Write(Utf8JsonWriter writer, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                writer.WriteStartObject();
                foreach (KeyValuePair<string, JsonNode?> member in members.OrderBy(static member => member.Key, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray items:
                writer.WriteStartArray();
                foreach (JsonNode? item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case null:
                writer.WriteNullValue();
                break;
            default:
                node.WriteTo(writer);
                break;
        }
    }
}
