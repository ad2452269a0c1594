using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>A request and its response in a file that people can read and change. Keys never get there, and of the headers only what uploads go on by.</summary>
internal static class ExchangeFile
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How JSON bodies are sent.</summary>
    public static JsonSerializerOptions Compact { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name of a file; sorted, files are in the order of their requests.</summary>
    public static string Name(int number, RecordedRequest request)
    {
        string last = request.Path[(request.Path.LastIndexOf('/') + 1)..];
        string safe = string.Concat(last.Select(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' ? character : '-'));
        return string.Create(CultureInfo.InvariantCulture, $"{number:000000}-{request.Method.ToLowerInvariant()}-{safe[..Math.Min(safe.Length, 80)]}.json");
    }

    public static byte[] Write(RecordedRequest request, ObservedCall call, Secrets secrets)
    {
        var sent = new JsonObject { ["method"] = request.Method, ["path"] = request.Path, ["query"] = request.Query };
        ExchangeBody.Write(sent, [request.Body], secrets);
        var received = new JsonObject { ["status"] = call.Status, ["contentType"] = call.ContentType };
        if (call.UploadHeaders.Count > 0)
        {
            received["uploadHeaders"] = new JsonObject(call.UploadHeaders.Select(header => KeyValuePair.Create<string, JsonNode?>(header.Name, header.Value)));
        }

        ExchangeBody.Write(received, call.Body.Pieces, secrets);
        if (call.Ending == RequestEnding.ClosedByServer)
        {
            received["broken"] = true;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["request"] = sent, ["response"] = received }, Readable);
    }

    /// <exception cref="InvalidDataException">The file is no recording; the message names it and says why.</exception>
    public static (string Key, RecordedResponse Response) Read(string path, Secrets secrets)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement sent = document.RootElement.GetProperty("request");
            byte[] body = [.. ExchangeBody.Read(sent).SelectMany(piece => piece)];
            string key = ExchangeKey.Of(Text(sent, "method"), Text(sent, "path"), Text(sent, "query"), body, secrets);
            return (key, ReadResponse(document.RootElement.GetProperty("response")));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is no recording of the emulator: {exception.Message} Delete it, or record it again.", exception);
        }
    }

    private static RecordedResponse ReadResponse(JsonElement received)
    {
        int status = received.GetProperty("status").GetInt32();
        if (status is < 200 or > 599)
        {
            throw new FormatException($"{status} is no status of a response.");
        }

        string? contentType = received.TryGetProperty("contentType", out JsonElement type) ? type.GetString() : null;
        bool isBroken = received.TryGetProperty("broken", out JsonElement broken) && broken.GetBoolean();
        return new RecordedResponse(status, contentType, ExchangeBody.Read(received), isBroken)
        {
            UploadHeaders = received.TryGetProperty("uploadHeaders", out JsonElement headers)
                ? [.. headers.EnumerateObject().Select(header => (header.Name, Text(headers, header.Name)))]
                : [],
        };
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"\"{name}\" is null.");
}
