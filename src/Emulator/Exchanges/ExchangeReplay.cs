using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Recording;

namespace GeminiGen.Emulator.Exchanges;

/// <summary>
/// Answers from recordings alone. The same request gets its recorded responses in their order, and the last of them from then on; a request that was not recorded
/// is refused.
/// </summary>
internal sealed class ExchangeReplay
{
    private readonly string _folder;
    private readonly Secrets _secrets;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<RecordedResponse>> _responses = new(StringComparer.Ordinal);

    /// <exception cref="IOException">The folder is not there, or a file cannot be read.</exception>
    /// <exception cref="InvalidDataException">A file is no recording.</exception>
    public ExchangeReplay(string folder, Secrets secrets)
    {
        _folder = folder;
        _secrets = secrets;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            (string key, RecordedResponse response) = ExchangeFile.Read(path, secrets);
            if (!_responses.TryGetValue(key, out Queue<RecordedResponse>? queue))
            {
                _responses.Add(key, queue = new Queue<RecordedResponse>());
            }

            queue.Enqueue(response);
        }
    }

    public async Task AnswerAsync(Exchange exchange)
    {
        RecordedResponse recorded = Next(exchange.Recorded);
        exchange.Response.StatusCode = recorded.Status;
        exchange.Response.ContentType = recorded.ContentType;
        foreach ((string name, string value) in recorded.UploadHeaders)
        {
            exchange.Response.Headers[name] = name == UploadHeaders.Address ? exchange.BaseAddress + value : value;
        }

        foreach (byte[] piece in recorded.Pieces)
        {
            exchange.Token.ThrowIfCancellationRequested();
            await exchange.Response.Body.WriteAsync(piece, exchange.Token).ConfigureAwait(false);
            await exchange.Response.Body.FlushAsync(exchange.Token).ConfigureAwait(false);
        }

        if (recorded.IsBroken)
        {
            throw new StreamBrokenException();
        }
    }

    private RecordedResponse Next(RecordedRequest request)
    {
        string key = ExchangeKey.Of(request.Method, request.Path, request.Query, request.Body, _secrets);
        lock (_gate)
        {
            if (_responses.TryGetValue(key, out Queue<RecordedResponse>? queue))
            {
                return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            }
        }

        throw new ApiErrorException(ApiErrors.NotFound(
            $"No recording in {_folder} answers {request.Method} {request.Path} with this query and body (key {key}). The request changed since it was recorded, or never was: record it anew."));
    }
}
