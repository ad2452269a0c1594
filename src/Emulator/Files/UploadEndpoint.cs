using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Validation;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Files;

/// <summary>
/// Google's resumable upload: <c>start</c>, then <c>upload</c>, <c>query</c>, <c>finalize</c> (alone, or as <c>upload, finalize</c>) and <c>cancel</c> at the
/// address the start answers.
/// </summary>
internal sealed partial class UploadEndpoint(FileStore store, FaultGate faults, Credentials credentials)
{
    /// <summary>The API's limit for a file: 2 GB.</summary>
    private const long MaxLength = 2L * 1024 * 1024 * 1024;

    private const int MaxDisplayName = 512;
    private const int Granularity = 256 * 1024;

    public async Task AnswerAsync(Exchange exchange)
    {
        string id = exchange.Request.Query["upload_id"].ToString();
        if (id.Length == 0)
        {
            credentials.ThrowIfRefused(exchange);
        }

        string[] commands = Header(exchange, "X-Goog-Upload-Command").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!commands.Contains("query"))
        {
            await faults.PassAsync(exchange).ConfigureAwait(false);
        }

        await (id.Length == 0 ? StartAsync(exchange, commands) : GoOnAsync(exchange, id, commands)).ConfigureAwait(false);
    }

    private Task StartAsync(Exchange exchange, string[] commands)
    {
        if (Header(exchange, "X-Goog-Upload-Protocol") != "resumable" || commands is not ["start"])
        {
            throw Refused("An upload begins with X-Goog-Upload-Protocol: resumable and X-Goog-Upload-Command: start.");
        }

        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CreateFileRequest);
        JsonElement? described = body.Field("file");
        string? displayName = described?.TextField("displayName");
        string type = Header(exchange, "X-Goog-Upload-Header-Content-Type") is { Length: > 0 } header ? header : described?.TextField("mimeType") ?? "";
        if (!long.TryParse(Header(exchange, "X-Goog-Upload-Header-Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
        {
            throw Refused("X-Goog-Upload-Header-Content-Length has to say how many bytes follow.");
        }

        if (length is 0 or > MaxLength || type.Length == 0 || displayName?.Length > MaxDisplayName)
        {
            throw Refused("A file has a type, a display name of at most 512 characters, and 1 to 2147483648 bytes.");
        }

        StoredFile file = store.Start(WantedId(described?.TextField("name")), displayName, type, length);
        IHeaderDictionary headers = exchange.Response.Headers;
        headers["x-goog-upload-url"] = $"{exchange.BaseAddress}/upload/v1beta/files?upload_id={file.Id}&upload_protocol=resumable";
        headers["x-goog-upload-chunk-granularity"] = Granularity.ToString(CultureInfo.InvariantCulture);
        return ReplyAsync(exchange, file);
    }

    /// <summary>The id a client wants for its file; null where the API shall make one up.</summary>
    private static string? WantedId(string? name)
    {
        if (name is not { Length: > 0 })
        {
            return null;
        }

        string id = name.StartsWith("files/", StringComparison.Ordinal) ? name["files/".Length..] : name;
        return IdPattern().IsMatch(id)
            ? id
            : throw new ApiErrorException(ApiErrors.Invalid("file.name", "* file.name: an id has at most 40 lower-case letters, digits and dashes, with no dash at either end."));
    }

    private Task GoOnAsync(Exchange exchange, string id, string[] commands)
    {
        StoredFile file = store.FindUpload(id) ?? throw new ApiErrorException(ApiErrors.NotFound("There is no such upload, or it was cancelled."));
        if (commands is ["cancel"])
        {
            if (!file.IsComplete)
            {
                store.Remove(id);
            }

            exchange.Response.Headers["x-goog-upload-status"] = file.IsComplete ? "final" : "cancelled";
            return Task.CompletedTask;
        }

        // A client that did not see the reply to its last chunk sends it again.
        if (commands is not ["query"] && !file.IsComplete)
        {
            Append(exchange, file, commands);
        }

        return ReplyAsync(exchange, file);
    }

    private void Append(Exchange exchange, StoredFile file, string[] commands)
    {
        bool finalizes = commands is ["finalize"] or ["upload", "finalize"];
        if (commands is not ["upload"] && !finalizes)
        {
            throw Refused("X-Goog-Upload-Command has to be upload, or upload, finalize, or finalize, or query, or cancel.");
        }

        ReadOnlyMemory<byte> bytes = exchange.Recorded.Body;
        if (commands.Contains("upload") && Header(exchange, "X-Goog-Upload-Offset") != file.Received.ToString(CultureInfo.InvariantCulture))
        {
            throw Refused($"X-Goog-Upload-Offset has to be {file.Received}, which is what has arrived.");
        }

        if (!finalizes && bytes.Length % Granularity != 0)
        {
            throw Refused($"Every chunk but the last has a multiple of {Granularity} bytes.");
        }

        if (file.Received + bytes.Length > file.Length || (finalizes && file.Received + bytes.Length != file.Length))
        {
            throw Refused($"The start announced {file.Length} bytes; {file.Received + bytes.Length} have arrived.");
        }

        file.Append(bytes.Span);
        if (finalizes)
        {
            file.Complete(store.Now);
        }
    }

    private Task ReplyAsync(Exchange exchange, StoredFile file)
    {
        IHeaderDictionary headers = exchange.Response.Headers;
        headers["x-goog-upload-status"] = file.IsComplete ? "final" : "active";
        headers["x-goog-upload-size-received"] = file.Received.ToString(CultureInfo.InvariantCulture);
        return file.IsComplete
            ? JsonReply.WriteAsync(exchange, new JsonObject { ["file"] = file.ToNode(exchange.BaseAddress, store.Now) })
            : Task.CompletedTask;
    }

    private static string Header(Exchange exchange, string name) => exchange.Request.Headers[name].ToString();

    private static ApiErrorException Refused(string reason) => new(ApiErrors.Invalid(reason));

    [GeneratedRegex(@"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdPattern();
}
