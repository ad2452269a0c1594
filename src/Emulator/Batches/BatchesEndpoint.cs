using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Batches;

/// <summary>
/// <c>:batchGenerateContent</c> and <c>:asyncBatchEmbedContent</c>, and the <c>batches</c> they make: list, get, cancel, delete. Shapes: the API's reference, and
/// how <c>googleapis/js-genai</c> reads them (src/converters/_batches_converters.ts).
/// </summary>
internal sealed class BatchesEndpoint(ModelDirectory directory, BatchStore store, FileStore files, AnswerService answers, FaultGate faults, Credentials credentials)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    private readonly BatchKind _generate = BatchKind.Generate(answers);
    private readonly BatchKind _embed = BatchKind.Embed(directory);

    public Task CreateAsync(Exchange exchange) => CreateAsync(exchange, _generate, "batchGenerateContent");

    public Task CreateEmbeddingsAsync(Exchange exchange) => CreateAsync(exchange, _embed, "asyncBatchEmbedContent");

    public Task ListAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        DateTimeOffset now = store.Now;
        return JsonReply.WriteAsync(exchange, Page.Of(exchange, "operations", store.All(), DefaultPageSize, MaxPageSize, job => job.ToNode(job.StateAt(now))));
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        BatchJob job = store.Find(exchange.Id);
        return JsonReply.WriteAsync(exchange, job.ToNode(job.StateAt(store.Now)));
    }

    public Task CancelAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        store.Find(exchange.Id).Cancel(store.Now);
        return JsonReply.WriteAsync(exchange, []);
    }

    public Task DeleteAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        store.Remove(exchange.Id);
        return JsonReply.WriteAsync(exchange, []);
    }

    private async Task CreateAsync(Exchange exchange, BatchKind kind, string method)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CreateBatchRequest);
        JsonElement batch = body.Field("batch") ?? body;
        (IReadOnlyList<BatchItem> items, bool isFromFile) = BatchInput.Read(batch, exchange.Recorded.Body.Length, kind, files);
        credentials.ThrowIfRefused(exchange);
        EmulatedModel model = directory.Find(exchange.Model, method);
        await faults.PassAsync(new ModelCall(exchange, model)).ConfigureAwait(false);
        BatchJob job = store.Add((id, times) => new BatchJob(id, kind, exchange.Model, items, files)
        {
            IsFromFile = isFromFile,
            DisplayName = batch.TextField("displayName"),
            Times = times,
        });

        // However fast it is, a batch waits at first.
        await JsonReply.WriteAsync(exchange, job.ToNode(BatchState.Pending)).ConfigureAwait(false);
    }
}
