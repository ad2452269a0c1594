using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>A body as it stands in a file: JSON as JSON, other text as the pieces it came in, and what is no text as base64.</summary>
internal static class ExchangeBody
{
    private const string Json = "json";
    private const string Pieces = "pieces";
    private const string Bytes = "base64";

    /// <summary>In its file a body stands below two more braces, and no reader goes deeper than 64.</summary>
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 60 };

    public static void Write(JsonObject side, IReadOnlyList<ReadOnlyMemory<byte>> pieces, Secrets secrets)
    {
        byte[] whole = [.. pieces.SelectMany(piece => piece.ToArray())];
        if (whole.Length == 0)
        {
            return;
        }

        if (Parse(whole, secrets) is { } json)
        {
            side[Json] = json;
        }
        else if (pieces.All(piece => Utf8.IsValid(piece.Span)))
        {
            side[Pieces] = new JsonArray([.. pieces.Select(piece => JsonValue.Create(secrets.Without(Encoding.UTF8.GetString(piece.Span))))]);
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
            return [.. pieces.EnumerateArray().Select(piece => Encoding.UTF8.GetBytes(piece.GetString() ?? throw new FormatException("A piece is null.")))];
        }

        return side.TryGetProperty(Bytes, out JsonElement bytes) ? [bytes.GetBytesFromBase64()] : [];
    }

    /// <summary>
    /// A body as JSON without secrets. Null for what is none, and for what a file could not give back: members that stand twice, halves of surrogate pairs, great depth.
    /// An object or a list only: anything else, a word in quotes say, is text whose exact form may matter.
    /// </summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> body, Secrets secrets)
    {
        try
        {
            return JsonNode.Parse(body, documentOptions: Options) is { } node and (JsonObject or JsonArray) ? Clean(node, secrets) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonNode? Clean(JsonNode? node, Secrets secrets) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(secrets.Without(member.Key), Clean(member.Value, secrets)))),
        JsonArray items => new JsonArray([.. items.Select(item => Clean(item, secrets))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(secrets.Without(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };
}
