using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>A body as it stands in a file: JSON as JSON, other text as the pieces it came in, and what is no text as base64.</summary>
internal static class ExchangeBody
{
    private const string Json = "json";
    private const string Pieces = "pieces";
    private const string Bytes = "base64";

    public static void Write(JsonObject side, IReadOnlyList<ReadOnlyMemory<byte>> pieces)
    {
        byte[] whole = [.. pieces.SelectMany(piece => piece.ToArray())];
        if (whole.Length == 0)
        {
            return;
        }

        if (Parse(whole) is { } json)
        {
            side[Json] = json;
        }
        else if (pieces.All(piece => Utf8.IsValid(piece.Span)))
        {
            side[Pieces] = new JsonArray([.. pieces.Select(piece => JsonValue.Create(Encoding.UTF8.GetString(piece.Span)))]);
        }
        else
        {
            side[Bytes] = Convert.ToBase64String(whole);
        }
    }

    /// <exception cref="FormatException">What should be base64 is none.</exception>
    public static IReadOnlyList<byte[]> Read(JsonElement side)
    {
        if (side.TryGetProperty(Json, out JsonElement json))
        {
            return [Encoding.UTF8.GetBytes(JsonSerializer.Serialize(json, ExchangeFile.Compact))];
        }

        if (side.TryGetProperty(Pieces, out JsonElement pieces))
        {
            return [.. pieces.EnumerateArray().Select(piece => Encoding.UTF8.GetBytes(piece.GetString()!))];
        }

        return side.TryGetProperty(Bytes, out JsonElement bytes) ? [bytes.GetBytesFromBase64()] : [];
    }

    // An object or a list only: anything else, a word in quotes say, is text whose exact form may matter.
    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is { } node and (JsonObject or JsonArray) ? node : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
