using System.Globalization;
using System.Text.Json;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Batches;

/// <summary>Reads the requests of a batch: those in the body, or the lines of a file.</summary>
internal static class BatchInput
{
    /// <summary>The API's limit for requests in the body, in bytes: 20 MB.</summary>
    private const int MaxInlineBytes = 20 * 1024 * 1024;

    /// <summary>The requests, and whether they came in a file.</summary>
    public static (IReadOnlyList<BatchItem> Items, bool IsFromFile) Read(JsonElement batch, int bodyBytes, BatchKind kind, FileStore files)
    {
        JsonElement? input = batch.Field("inputConfig");
        JsonElement? inline = input?.Field("requests");
        string? name = input?.TextField("fileName");
        if (inline is null == name is null)
        {
            throw new ApiErrorException(ApiErrors.Invalid("batch.input_config", "* batch.input_config: either requests or file_name is required, and not both."));
        }

        if (inline is not null && bodyBytes > MaxInlineBytes)
        {
            throw new ApiErrorException(ApiErrors.Invalid($"Request payload size exceeds the limit: {MaxInlineBytes} bytes. Put the requests into a file."));
        }

        List<BatchItem> items = inline is { } list ? ReadInline(list, kind) : ReadFile(name!, files);
        return items.Count > 0 ? (items, name is not null) : throw new ApiErrorException(ApiErrors.Invalid("batch.input_config", "* batch.input_config: there are no requests."));
    }

    // The whole body is read at once, so one wrong field anywhere is all that is told.
    private static List<BatchItem> ReadInline(JsonElement list, BatchKind kind)
    {
        var items = new List<BatchItem>();
        foreach (JsonElement entry in list.ItemsField("requests"))
        {
            JsonElement request = entry.Field("request")
                ?? throw new ApiErrorException(ApiErrors.Invalid("batch.input_config.requests", string.Create(CultureInfo.InvariantCulture,
                    $"* batch.input_config.requests[{items.Count}].request: request is required.")));
            items.Add(new BatchItem(WireCheck.Checked(request, kind.Request), entry.Field("metadata")));
        }

        return items;
    }

    private static List<BatchItem> ReadFile(string name, FileStore files)
    {
        StoredFile file = files.Find(name.StartsWith("files/", StringComparison.Ordinal) ? name["files/".Length..] : name);
        if (file.StateAt(files.Now) is var state && state != "ACTIVE")
        {
            throw new ApiErrorException(ApiErrors.Precondition($"The file {file.Id} is {state} and cannot be used before it is ACTIVE."));
        }

        byte[] content = file.Content
            ?? throw new ApiErrorException(ApiErrors.Invalid("batch.input_config.file_name", $"* batch.input_config.file_name: {file.MimeType} is no file of JSON lines."));
        return [.. Lines(content).Select(ReadLine)];
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> content)
    {
        while (content.Length > 0)
        {
            int end = content.Span.IndexOf((byte)'\n');
            ReadOnlyMemory<byte> line = end < 0 ? content : content[..end];
            content = end < 0 ? ReadOnlyMemory<byte>.Empty : content[(end + 1)..];
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                yield return line;
            }
        }
    }

    // A line is an error of its own; the others are answered.
    private static BatchItem ReadLine(ReadOnlyMemory<byte> line)
    {
        try
        {
            JsonElement entry = JsonBody.Parse(line);
            return entry.Field("request") is { } request
                ? new BatchItem(request, entry.Field("key"))
                : new BatchItem(null, entry.Field("key"), ApiErrors.Invalid("request", "* request: request is required."));
        }
        catch (ApiErrorException exception)
        {
            return new BatchItem(null, null, exception.Error);
        }
    }
}
