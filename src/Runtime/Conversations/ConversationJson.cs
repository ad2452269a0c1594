using System.Text;
using System.Text.Json;

namespace GeminiGen;

/// <summary>
/// The JSON of a conversation: <c>{"version":1,"turns":[{"pinned":true,"content":{…}}]}</c>. Contents are copied, not written anew, so that nothing
/// in them changes.
/// </summary>
internal static class ConversationJson
{
    private const int Version = 1;

    internal static string Write(ConversationTurn[] turns)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            Write(writer, turns);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    internal static void Write(Utf8JsonWriter writer, ConversationTurn[] turns)
    {
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, Version);
        writer.WriteStartArray("turns"u8);
        foreach (ConversationTurn turn in turns)
        {
            writer.WriteStartObject();
            if (turn.IsPinned)
            {
                writer.WriteBoolean("pinned"u8, true);
            }

            if (turn.IsSummary)
            {
                writer.WriteBoolean("summary"u8, true);
            }

            WriteFiles(writer, turn.Files);
            writer.WritePropertyName("content"u8);
            writer.WriteRawValue(turn.Content.Span, skipInputValidation: true);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads from the object's first token to its last.</summary>
    /// <exception cref="JsonException">It is not a conversation.</exception>
    internal static Conversation Read(ref Utf8JsonReader reader)
    {
        // The document gives each content as the text it was, whatever pieces the JSON came in.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version"u8, out JsonElement version))
        {
            throw NoConversation();
        }

        // What else stands in another version is that version's.
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != Version)
        {
            throw new JsonException($"The conversation has version {version.GetRawText()}; this GeminiGen reads version 1. Update the package.");
        }

        if (!root.TryGetProperty("turns"u8, out JsonElement turns) || turns.ValueKind != JsonValueKind.Array)
        {
            throw NoConversation();
        }

        List<ConversationTurn> list = new(turns.GetArrayLength());
        foreach (JsonElement turn in turns.EnumerateArray())
        {
            if (turn.ValueKind != JsonValueKind.Object || !turn.TryGetProperty("content"u8, out JsonElement content))
            {
                throw new JsonException("A turn of the conversation has no content.");
            }

            list.Add(new ConversationTurn(Encoding.UTF8.GetBytes(content.GetRawText()), IsTrue(turn, "pinned"u8), IsTrue(turn, "summary"u8), ReadFiles(turn)));
        }

        return new Conversation([.. list]);
    }

    // When files expire is not in the content, and nobody could tell afterwards.
    private static void WriteFiles(Utf8JsonWriter writer, TurnFile[] files)
    {
        if (files.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("files"u8);
        foreach (TurnFile file in files)
        {
            writer.WriteStartObject();
            writer.WriteString("uri"u8, file.Uri);
            writer.WriteString("expires"u8, file.Expires);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static TurnFile[] ReadFiles(JsonElement turn)
    {
        if (!turn.TryGetProperty("files"u8, out JsonElement files) || files.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        List<TurnFile> list = new(files.GetArrayLength());
        foreach (JsonElement file in files.EnumerateArray())
        {
            if (file.ValueKind == JsonValueKind.Object
                && file.TryGetProperty("uri"u8, out JsonElement uri) && uri.ValueKind == JsonValueKind.String
                && file.TryGetProperty("expires"u8, out JsonElement expires) && expires.ValueKind == JsonValueKind.String && expires.TryGetDateTimeOffset(out DateTimeOffset time))
            {
                list.Add(new TurnFile(uri.GetString()!, time, null));
            }
        }

        return [.. list];
    }

    private static JsonException NoConversation() => new("This is not the JSON of a conversation: an object with version and turns is expected.");

    private static bool IsTrue(JsonElement element, ReadOnlySpan<byte> name)
        => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;
}
