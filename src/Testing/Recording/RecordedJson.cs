using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>How recordings are written: for people, and for reviews.</summary>
internal static class RecordedJson
{
    // Files of a repository, not pages of a browser: letters stay letters.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>On lines of its own.</summary>
    internal static string Write(JsonNode? node) => Write(node, Indented);

    /// <summary>On one line, as it travels.</summary>
    internal static string WriteCompact(JsonNode? node) => Write(node, Compact);

    private static string Write(JsonNode? node, JsonWriterOptions options)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, options))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length)).ReplaceLineEndings("\n");
    }
}
