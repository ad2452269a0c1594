using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen;

/// <summary>Finds files in a turn's content, and puts others in their place. Every other byte stays.</summary>
internal static class TurnFiles
{
    /// <summary>The content with another address for a file, or with a note in place of each part that names it.</summary>
    /// <param name="content">The content, UTF-8.</param>
    /// <param name="uri">The file's address.</param>
    /// <param name="newUri">Its new address, or <see langword="null"/> for a note.</param>
    internal static byte[] Replace(ReadOnlySpan<byte> content, string uri, string? newUri)
    {
        using PooledUtf8Buffer result = new();
        int copied = 0;
        Utf8JsonReader reader = new(content);
        reader.Read();
        while (AnswerReader.NextProperty(ref reader))
        {
            if (!reader.ValueTextEquals("parts"u8) || !AnswerReader.Enter(ref reader, JsonTokenType.StartArray))
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                int start = (int)reader.TokenStartIndex;
                if (FindAddress(ref reader, uri) is not { } address)
                {
                    continue;
                }

                (int from, int to) = newUri is null ? (start, (int)reader.BytesConsumed) : (address.Start, address.End);
                result.Append(content[copied..from]);
                result.Append(Encoding.UTF8.GetBytes(newUri is null ? WriteNote(address.Type) : JsonValue.Create(newUri).ToJsonString()));
                copied = to;
            }
        }

        result.Append(content[copied..]);
        return result.WrittenSpan.ToArray();
    }

    /// <summary>Reads a part to its end; where its file's address stands, if it is the one.</summary>
    private static (int Start, int End, string? Type)? FindAddress(ref Utf8JsonReader part, string uri)
    {
        (int Start, int End)? found = null;
        string? type = null;
        while (AnswerReader.NextProperty(ref part))
        {
            if (!part.ValueTextEquals("fileData"u8) || !AnswerReader.Enter(ref part, JsonTokenType.StartObject))
            {
                part.Skip();
                continue;
            }

            while (AnswerReader.NextProperty(ref part))
            {
                bool isUri = part.ValueTextEquals("fileUri"u8), isType = part.ValueTextEquals("mimeType"u8);
                part.Read();
                type = isType && part.TokenType == JsonTokenType.String ? part.GetString() : type;
                if (isUri && part.TokenType == JsonTokenType.String && part.ValueTextEquals(uri))
                {
                    found = ((int)part.TokenStartIndex, (int)part.BytesConsumed);
                }

                part.Skip();
            }
        }

        return found is var (start, end) ? (start, end, type) : null;
    }

    private static string WriteNote(string? type)
        => new JsonObject { ["text"] = $"[{type ?? "a file"}, no longer available]" }.ToJsonString();
}
