using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>:embedContent</c> and <c>:batchEmbedContents</c>.</summary>
internal sealed class EmbedEndpoint(ModelDirectory directory, FaultGate faults, Credentials credentials)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        (JsonElement body, EmulatedModel model) = Read(exchange, WireMessages.EmbedContentRequest);
        EmbeddingRules.ThrowIfRefused([body], exchange.Model.Id, model, isBatch: false);
        await faults.PassAsync(ModelCall.Embed(exchange, model, [EmbeddingReply.TextOf(body)])).ConfigureAwait(false);
        await JsonReply.WriteAsync(exchange, new JsonObject { ["embedding"] = EmbeddingReply.Of(body) }).ConfigureAwait(false);
    }

    public async Task AnswerBatchAsync(Exchange exchange)
    {
        (JsonElement body, EmulatedModel model) = Read(exchange, WireMessages.BatchEmbedContentsRequest);
        JsonElement[] requests = [.. body.ItemsField("requests")];
        EmbeddingRules.ThrowIfRefused(requests, exchange.Model.Id, model, isBatch: true);
        await faults.PassAsync(ModelCall.Embed(exchange, model, [.. requests.Select(EmbeddingReply.TextOf)])).ConfigureAwait(false);
        await JsonReply.WriteAsync(exchange, new JsonObject { ["embeddings"] = new JsonArray([.. requests.Select(EmbeddingReply.Of)]) }).ConfigureAwait(false);
    }

    // Models list embedContent only, and serve batches of it as well.
    private (JsonElement Body, EmulatedModel Model) Read(Exchange exchange, WireMessage message)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), message);
        credentials.ThrowIfRefused(exchange);
        return (body, directory.Find(exchange.Model, "embedContent"));
    }
}
