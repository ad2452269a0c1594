using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen;

/// <summary>Takes keywords out of a schema that a model refuses. Done once a method and model; answers are checked for what they said all the same.</summary>
internal static class SchemaKeywords
{
    // Schemas stand in requests, not in pages: what is readable stays so, and costs fewer tokens.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema without some keywords. Names of members stay, whatever they are.</summary>
    internal static byte[] Remove(ReadOnlySpan<byte> schema, IReadOnlyList<string> keywords)
    {
        Utf8JsonReader reader = new(schema);
        JsonNode node = JsonNode.Parse(ref reader)!;
        Remove(node, keywords);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Readable))
        {
            node.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static void Remove(JsonNode? schema, IReadOnlyList<string> keywords)
    {
        if (schema is JsonArray options)
        {
            foreach (JsonNode? option in options)
            {
                Remove(option, keywords);
            }
        }

        if (schema is not JsonObject members)
        {
            return;
        }

        foreach (string keyword in keywords)
        {
            members.Remove(keyword);
        }

        foreach ((string name, JsonNode? value) in members)
        {
            switch (name)
            {
                case "properties" or "$defs":
                    foreach ((_, JsonNode? member) in value!.AsObject())
                    {
                        Remove(member, keywords);
                    }

                    break;
                case "items" or "anyOf" or "additionalProperties":
                    Remove(value, keywords);
                    break;
            }
        }
    }
}
