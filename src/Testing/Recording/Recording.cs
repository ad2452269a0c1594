using System.Text.Json;
using System.Text.Json.Nodes;

namespace GeminiGen.Testing;

/// <summary>The file of one request: what was asked, and what was answered, time after time.</summary>
internal sealed class Recording
{
    private const int Format = 1;

    private Recording(string path, JsonObject request, List<RecordedResponse> responses)
    {
        Path = path;
        Request = request;
        Responses = responses;
    }

    internal string Path { get; }

    internal JsonObject Request { get; }

    internal List<RecordedResponse> Responses { get; }

    /// <summary>A recording without any response yet.</summary>
    internal static Recording Create(string path, RecordedRequest request) => new(path, request.ToJson(), []);

    /// <summary>Reads a recording.</summary>
    /// <exception cref="GeminiRecordingException">The file cannot be read, or is no recording.</exception>
    internal static Recording Read(string path)
    {
        try
        {
            JsonNode? file = JsonNode.Parse(File.ReadAllText(path));

            // Members that stand twice, as a merge leaves them, are found when all is read only.
            CanonicalJson.Write(file);
            return file?["request"] is JsonObject request && file["responses"] is JsonArray { Count: > 0 } responses && (int?)file["format"] == Format
                ? new Recording(path, request, [.. responses.Select(RecordedResponse.Read)])
                : throw new FormatException($"It has no 'request', no 'responses', or not the 'format' {Format}.");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new GeminiRecordingException($"The recording {path} cannot be read: {exception.Message} Restore it, or delete it and record it again.", exception);
        }
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    internal void Write(RecordedRequest request)
    {
        JsonObject file = new()
        {
            ["format"] = Format,
            ["method"] = request.Name,
            ["contract"] = request.Contract,
            ["request"] = request.ToJson(),
            ["responses"] = new JsonArray([.. Responses.Select(static response => response.ToJson())]),
        };
        AtomicFile.Write(Path, RecordedJson.Write(file) + "\n");
    }
}
