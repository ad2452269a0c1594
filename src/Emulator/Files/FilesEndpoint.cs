using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Files;

/// <summary><c>files</c>: list, get, delete, and the download of what the API made itself.</summary>
internal sealed class FilesEndpoint(FileStore store, Credentials credentials)
{
    private const int DefaultPageSize = 10;
    private const int MaxPageSize = 100;

    public Task ListAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, Page.Of(exchange, "files", store.Complete(), DefaultPageSize, MaxPageSize, file => file.ToNode(exchange.BaseAddress, store.Now)));
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        StoredFile file = store.Find(exchange.Id);
        Task reply = JsonReply.WriteAsync(exchange, file.ToNode(exchange.BaseAddress, store.Now));
        file.ProcessingReplies = Math.Max(0, file.ProcessingReplies - 1);
        return reply;
    }

    public Task DeleteAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        store.Remove(store.Find(exchange.Id).Id);
        return JsonReply.WriteAsync(exchange, []);
    }

    public async Task DownloadAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        StoredFile file = store.Find(exchange.Id);
        if (!file.IsGenerated)
        {
            throw new ApiErrorException(ApiErrors.Invalid($"The file {file.Id} was uploaded; only files that were generated can be downloaded."));
        }

        if (exchange.Request.Query["alt"] != "media")
        {
            await JsonReply.WriteAsync(exchange, []).ConfigureAwait(false);
            return;
        }

        byte[] content = file.Content!;
        exchange.Response.ContentType = file.MimeType;
        exchange.Response.ContentLength = content.Length;
        await exchange.Response.Body.WriteAsync(content, exchange.Token).ConfigureAwait(false);
    }
}
