using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>A request and its response in a file that people can read and change. Keys never get there: recorded requests have none, and headers are left out.</summary>
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

    public static byte[] Write(RecordedRequest request, ObservedCall call)
    {
        var sent = new JsonObject { ["method"] = request.Method, ["path"] = request.Path, ["query"] = request.Query };
        ExchangeBody.Write(sent, [request.Body]);
        var received = new JsonObject { ["status"] = call.Status, ["contentType"] = call.ContentType };
        ExchangeBody.Write(received, call.Body.Pieces);
        if (call.Ending == RequestEnding.ClosedByServer)
        {
            received["broken"] = true;
        }

        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["request"] = sent, ["response"] = received }, Readable);
    }

    /// <exception cref="InvalidDataException">The file is no recording; the message names it and says why.</exception>
    public static (string Key, RecordedResponse Response) Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement sent = document.RootElement.GetProperty("request");
            byte[] body = [.. ExchangeBody.Read(sent).SelectMany(piece => piece)];
            string key = ExchangeKey.Of(sent.GetProperty("method").GetString()!, sent.GetProperty("path").GetString()!, sent.GetProperty("query").GetString()!, body);
            JsonElement received = document.RootElement.GetProperty("response");
            string? contentType = received.TryGetProperty("contentType", out JsonElement type) ? type.GetString() : null;
            bool isBroken = received.TryGetProperty("broken", out JsonElement broken) && broken.GetBoolean();
            return (key, new RecordedResponse(received.GetProperty("status").GetInt32(), contentType, ExchangeBody.Read(received), isBroken));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path} is no recording of the emulator: {exception.Message} Delete it, or record it again.", exception);
        }
    }
}
