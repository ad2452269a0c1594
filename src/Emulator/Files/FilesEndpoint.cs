using System.Globalization;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Files;

/// <summary><c>GET files</c>, <c>GET files/{id}</c> and <c>DELETE files/{id}</c>.</summary>
internal sealed class FilesEndpoint(FileStore store, string acceptedKey)
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;

    public Task AnswerAsync(Exchange exchange, string? id)
    {
        KeyCheck.ThrowIfRefused(exchange.Http.Request, acceptedKey);
        return (exchange.Recorded.Method, id) switch
        {
            ("GET", null) => ListAsync(exchange),
            ("GET", { } name) => GetAsync(exchange, name),
            ("DELETE", { } name) => DeleteAsync(exchange, name),
            _ => throw new ApiErrorException(ApiErrors.PathNotFound(exchange.Recorded.Path)),
        };
    }

    /// <summary>Where the emulator is, as the client calls it.</summary>
    public static string BaseAddress(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private Task ListAsync(Exchange exchange)
    {
        int size = Math.Min(Number(exchange, "pageSize", DefaultPageSize), MaxPageSize);
        int start = Number(exchange, "pageToken", 0);
        IReadOnlyList<StoredFile> files = store.Complete();
        string address = BaseAddress(exchange.Http.Request);
        var reply = new JsonObject();
        if (files.Count > start)
        {
            reply["files"] = new JsonArray([.. files.Skip(start).Take(size).Select(file => file.ToNode(address))]);
        }

        if (start + size < files.Count)
        {
            reply["nextPageToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        }

        return JsonReply.WriteAsync(exchange, reply);
    }

    private Task GetAsync(Exchange exchange, string id)
    {
        StoredFile file = store.Find(id) is { IsComplete: true } found ? found : throw new ApiErrorException(ApiErrors.FileNotFound(id));
        JsonObject node = file.ToNode(BaseAddress(exchange.Http.Request));
        file.ProcessingReplies = Math.Max(0, file.ProcessingReplies - 1);
        return JsonReply.WriteAsync(exchange, node);
    }

    private Task DeleteAsync(Exchange exchange, string id)
    {
        if (store.Find(id) is not { IsComplete: true })
        {
            throw new ApiErrorException(ApiErrors.FileNotFound(id));
        }

        store.Remove(id);
        return JsonReply.WriteAsync(exchange, []);
    }

    private static int Number(Exchange exchange, string name, int absent)
    {
        string text = exchange.Http.Request.Query[name].ToString();
        return text.Length == 0 ? absent
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number
            : throw new ApiErrorException(ApiErrors.Invalid(name, $"Invalid value at '{name}', \"{text}\""));
    }
}
