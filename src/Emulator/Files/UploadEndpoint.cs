using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Files;

/// <summary>Google's resumable upload: <c>start</c>, then <c>upload</c>, <c>query</c> and <c>upload, finalize</c> at the address the start answers.</summary>
internal sealed class UploadEndpoint(FileStore store, FaultGate faults, string acceptedKey)
{
    /// <summary>The API's limit for a file: 2 GB.</summary>
    private const long MaxLength = 2L * 1024 * 1024 * 1024;

    private const int MaxDisplayName = 512;
    private const int Granularity = 256 * 1024;

    public async Task AnswerAsync(Exchange exchange)
    {
        string id = exchange.Http.Request.Query["upload_id"].ToString();
        if (id.Length == 0)
        {
            KeyCheck.ThrowIfRefused(exchange.Http.Request, acceptedKey);
        }

        string command = Header(exchange, "X-Goog-Upload-Command");
        if (command != "query")
        {
            await faults.PassAsync(streams: false, exchange.Token).ConfigureAwait(false);
        }

        if (id.Length == 0)
        {
            await StartAsync(exchange, command).ConfigureAwait(false);
            return;
        }

        StoredFile file = store.Find(id) ?? throw new ApiErrorException(ApiErrors.FileNotFound(id));
        if (command == "query" || file.IsComplete)
        {
            await ReplyAsync(exchange, file).ConfigureAwait(false);
            return;
        }

        Append(exchange, file, command);
        await ReplyAsync(exchange, file).ConfigureAwait(false);
    }

    private Task StartAsync(Exchange exchange, string command)
    {
        if (Header(exchange, "X-Goog-Upload-Protocol") != "resumable" || command != "start")
        {
            throw Refused("An upload begins with X-Goog-Upload-Protocol: resumable and X-Goog-Upload-Command: start.");
        }

        JsonElement body = JsonBody.Parse(exchange.Recorded.Body);
        WireCheck.ThrowIfInvalid(body, WireMessages.CreateFileRequest);
        string? displayName = body.Field("file")?.TextField("displayName");
        string type = Header(exchange, "X-Goog-Upload-Header-Content-Type");
        if (!long.TryParse(Header(exchange, "X-Goog-Upload-Header-Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            throw Refused("X-Goog-Upload-Header-Content-Length has to say how many bytes follow.");
        }

        if (length is 0 or > MaxLength || type.Length == 0 || displayName?.Length > MaxDisplayName)
        {
            throw Refused("A file has a type, a display name of at most 512 characters, and 1 to 2147483648 bytes.");
        }

        StoredFile file = store.Start(displayName, type, length);
        IHeaderDictionary headers = exchange.Response.Headers;
        headers["x-goog-upload-url"] = $"{FilesEndpoint.BaseAddress(exchange.Http.Request)}/upload/v1beta/files?upload_id={file.Id}&upload_protocol=resumable";
        headers["x-goog-upload-chunk-granularity"] = Granularity.ToString(CultureInfo.InvariantCulture);
        return ReplyAsync(exchange, file);
    }

    private void Append(Exchange exchange, StoredFile file, string command)
    {
        bool finalizes = command == "upload, finalize";
        if (command != "upload" && !finalizes)
        {
            throw Refused("X-Goog-Upload-Command has to be upload, or upload, finalize, or query.");
        }

        int count = exchange.Recorded.Body.Length;
        if (Header(exchange, "X-Goog-Upload-Offset") != file.Received.ToString(CultureInfo.InvariantCulture))
        {
            throw Refused($"X-Goog-Upload-Offset has to be {file.Received}, which is what has arrived.");
        }

        if (!finalizes && count % Granularity != 0)
        {
            throw Refused($"Every chunk but the last has a multiple of {Granularity} bytes.");
        }

        if (file.Received + count > file.Length || (finalizes && file.Received + count != file.Length))
        {
            throw Refused($"The start announced {file.Length} bytes; {file.Received + count} have arrived.");
        }

        file.Received += count;
        if (finalizes)
        {
            store.Finish(file);
        }
    }

    private static Task ReplyAsync(Exchange exchange, StoredFile file)
    {
        IHeaderDictionary headers = exchange.Response.Headers;
        headers["x-goog-upload-status"] = file.IsComplete ? "final" : "active";
        headers["x-goog-upload-size-received"] = file.Received.ToString(CultureInfo.InvariantCulture);
        return file.IsComplete
            ? JsonReply.WriteAsync(exchange, new JsonObject { ["file"] = file.ToNode(FilesEndpoint.BaseAddress(exchange.Http.Request)) })
            : Task.CompletedTask;
    }

    private static string Header(Exchange exchange, string name) => exchange.Http.Request.Headers[name].ToString();

    private static ApiErrorException Refused(string reason) => new(ApiErrors.Invalid(reason));
}
