using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>A response: its body as JSON where it is, else in the pieces in which it came.</summary>
internal sealed class RecordedResponse
{
    private const string EventStart = "data: ";

    private readonly JsonObject _json;

    private RecordedResponse(JsonObject json) => _json = json;

    /// <summary>Records a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="pieces">Its body in the pieces in which it came.</param>
    /// <param name="isCut">Whether it was left or broke off before its end.</param>
    /// <param name="redaction">Takes keys out.</param>
    /// <param name="removedHeaders">The headers that are left out.</param>
    internal static RecordedResponse Create(HttpResponseMessage response, IReadOnlyList<byte[]> pieces, bool isCut, KeyRedaction redaction, ISet<string> removedHeaders)
    {
        JsonObject headers = [];
        foreach (KeyValuePair<string, IEnumerable<string>> header in response.Headers.Concat(response.Content.Headers))
        {
            if (!removedHeaders.Contains(header.Key))
            {
                headers[header.Key] = redaction.Apply(string.Join(", ", header.Value));
            }
        }

        JsonObject json = new() { ["status"] = (int)response.StatusCode, ["headers"] = headers };
        if (pieces.Count == 1 && response.Content.Headers.ContentType?.MediaType == "application/json" && TryReadJson(pieces, redaction) is { } body)
        {
            json["body"] = body;
        }
        else
        {
            json["chunks"] = WriteChunks(pieces, redaction);
        }

        if (isCut)
        {
            json["isCut"] = true;
        }

        return new RecordedResponse(json);
    }

    /// <summary>Reads a response from a recording.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    internal static RecordedResponse Read(JsonNode? node)
    {
        if (node is not JsonObject json || json["status"] is not JsonValue status || !status.TryGetValue(out int code) || code is < 100 or > 599 || (!json.ContainsKey("body") && json["chunks"] is not JsonArray))
        {
            throw new FormatException("A response has no 'status', or neither 'body' nor 'chunks'.");
        }

        if (json["headers"] is { } headers && (headers is not JsonObject all || all.Any(static header => header.Value?.GetValueKind() != JsonValueKind.String)))
        {
            throw new FormatException("The 'headers' of a response are no texts by name.");
        }

        // A chunk that cannot be read is told with the file, and not to who reads the stream.
        _ = ReadPieces(json);
        return new RecordedResponse(json);
    }

    internal JsonNode ToJson() => _json.DeepClone();

    /// <summary>The response, to be read once.</summary>
    internal HttpResponseMessage Replay(HttpRequestMessage request)
    {
        List<byte[]> pieces = ReadPieces(_json);
        HttpResponseMessage response = new((HttpStatusCode)(int)_json["status"]!)
        {
            RequestMessage = request,
            Content = new StreamContent(new ReplayStream(pieces, _json["isCut"] is not null)),
        };
        foreach (KeyValuePair<string, JsonNode?> header in _json["headers"] as JsonObject ?? [])
        {
            string value = header.Value?.ToString() ?? "";
            if (!response.Headers.TryAddWithoutValidation(header.Key, value))
            {
                response.Content.Headers.TryAddWithoutValidation(header.Key, value);
            }
        }

        response.Content.Headers.ContentType ??= new MediaTypeHeaderValue(_json.ContainsKey("body") ? "application/json" : "text/event-stream");
        return response;
    }

    private static JsonNode? TryReadJson(IReadOnlyList<byte[]> pieces, KeyRedaction redaction)
        => redaction.Apply(CanonicalJson.TryParse(Encoding.UTF8.GetString([.. pieces.SelectMany(static piece => piece)])));

    private static JsonArray WriteChunks(IReadOnlyList<byte[]> pieces, KeyRedaction redaction)
    {
        // A key that two pieces share is found in the whole only; then the whole is one piece.
        byte[] all = [.. pieces.SelectMany(static piece => piece)];
        if (TryDecode(all) is { } text && redaction.Apply(text) is { } redacted && redacted != string.Concat(pieces.Select(piece => redaction.Apply(Encoding.UTF8.GetString(piece)))) && redacted != text)
        {
            return [WriteChunk(all, redaction)];
        }

        return [.. pieces.Select(piece => WriteChunk(piece, redaction))];
    }

    /// <summary>Events as their JSON where the piece is whole events; else text, or bytes where it ends within a character.</summary>
    private static JsonObject WriteChunk(byte[] piece, KeyRedaction redaction)
    {
        if (TryDecode(piece) is not { } text)
        {
            return new JsonObject { ["base64"] = Convert.ToBase64String(piece) };
        }

        string end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n\r\n" : "\n\n";
        if (!text.StartsWith(EventStart, StringComparison.Ordinal) || !text.EndsWith(end, StringComparison.Ordinal))
        {
            return new JsonObject { ["text"] = redaction.Apply(text) };
        }

        JsonArray events = [];
        foreach (string line in text[..^end.Length].Split(end))
        {
            if (!line.StartsWith(EventStart, StringComparison.Ordinal) || line.Contains('\n', StringComparison.Ordinal) || CanonicalJson.TryParse(line[EventStart.Length..]) is not { } json)
            {
                return new JsonObject { ["text"] = redaction.Apply(text) };
            }

            events.Add(redaction.Apply(json));
        }

        return end == "\n\n" ? new JsonObject { ["events"] = events } : new JsonObject { ["events"] = events, ["lineEnd"] = "\r\n" };
    }

    private static List<byte[]> ReadPieces(JsonObject json)
        => json["chunks"] is JsonArray chunks ? [.. chunks.Select(ReadChunk)] : [Encoding.UTF8.GetBytes(RecordedJson.WriteCompact(json["body"]))];

    private static byte[] ReadChunk(JsonNode? chunk)
    {
        if (chunk?["base64"] is { } bytes)
        {
            return Convert.FromBase64String(bytes.ToString());
        }

        if (chunk?["events"] is not JsonArray events)
        {
            return Encoding.UTF8.GetBytes(chunk?["text"]?.ToString() ?? throw new FormatException("A chunk has no 'events', no 'text' and no 'base64'."));
        }

        string end = chunk["lineEnd"] is null ? "\n\n" : "\r\n\r\n";
        return Encoding.UTF8.GetBytes(string.Concat(events.Select(json => EventStart + RecordedJson.WriteCompact(json) + end)));
    }

    private static string? TryDecode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
