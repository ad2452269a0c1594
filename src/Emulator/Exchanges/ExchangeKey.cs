using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>What makes two requests the same: method, path, query and body; members of JSON in any order, and no headers.</summary>
internal static class ExchangeKey
{
    public static string Of(string method, string path, string query, ReadOnlyMemory<byte> body, Secrets secrets)
    {
        string[] pairs = query.Split('&', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(pairs, StringComparer.Ordinal);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{method} {path}?{string.Join('&', pairs)}\n"));
        hash.AppendData(Normalise(body.Span, secrets));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private static byte[] Normalise(ReadOnlySpan<byte> body, Secrets secrets) =>
        ExchangeBody.Parse(body, secrets) is { } json ? JsonSerializer.SerializeToUtf8Bytes(Sort(json))
        : Utf8.IsValid(body) ? Encoding.UTF8.GetBytes(secrets.Without(Encoding.UTF8.GetString(body)))
        : body.ToArray();

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
