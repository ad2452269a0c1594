using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Interactions;

/// <summary><c>interactions</c>: create, whole or as a stream, get, delete. Agents are not emulated.</summary>
internal sealed class InteractionsEndpoint(InteractionStore store, AnswerService answers, Credentials credentials, GeminiEmulatorOptions options)
{
    public async Task CreateAsync(Exchange exchange)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), InteractionMessages.CreateRequest);
        credentials.ThrowIfRefused(exchange);
        ModelAddress model = Model(body, exchange);
        StoredInteraction? previous = body.TextField("previousInteractionId") is { Length: > 0 } id ? store.Find(id) : null;
        JsonArray input = InteractionInput.Steps(body.Field("input"));
        bool streams = body.FlagField("stream");
        JsonElement request = InteractionTranslator.Translate(body, (previous?.Timeline ?? []).Concat(input.Select(step => step!)));
        (ModelAnswer answer, EmulatorFault fault) = await answers.AnswerAsync(new AnswerCall(model, request, streams) { Exchange = exchange }, exchange.Token).ConfigureAwait(false);

        var reply = new InteractionReply(store.NextId(), answer, store.Now);
        JsonObject head = Keep(body, reply, input, previous);
        if (streams)
        {
            await new ChunkStream(exchange, options, StreamFraming.Interactions).SendAsync(reply.Events(), fault, InteractionReply.ErrorEvent).ConfigureAwait(false);
        }
        else if (body.FlagField("background"))
        {
            // However fast it is, what runs in the background is not done at first.
            head["status"] = "in_progress";
            head.Remove("usage");
            await JsonReply.WriteAsync(exchange, head).ConfigureAwait(false);
        }
        else
        {
            head["steps"] = reply.Steps();
            await JsonReply.WriteAsync(exchange, head).ConfigureAwait(false);
        }
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, store.Find(exchange.Id).ToNode());
    }

    public Task CancelAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        throw new ApiErrorException(ApiErrors.Precondition($"The interaction {store.Find(exchange.Id).Id} is not running."));
    }

    public Task DeleteAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        store.Remove(exchange.Id);
        return JsonReply.WriteAsync(exchange, []);
    }

    /// <summary>Stores an interaction unless it shall not be; what is not stored cannot be gone on from.</summary>
    private JsonObject Keep(JsonElement body, InteractionReply reply, JsonArray input, StoredInteraction? previous)
    {
        JsonObject head = reply.Head(reply.Status);
        if (previous is not null)
        {
            head["previous_interaction_id"] = previous.Id;
        }

        if (body.Field("store") is not { ValueKind: JsonValueKind.False })
        {
            store.Add(new StoredInteraction((string)head["id"]!, head.DeepClone().AsObject(), input, reply.Steps(), previous) { Created = store.Now });
        }
        else if (body.FlagField("background"))
        {
            throw new ApiErrorException(ApiErrors.Invalid("background", "background needs store."));
        }

        return head;
    }

    private static ModelAddress Model(JsonElement body, Exchange exchange) =>
        body.TextField("agent") is not null ? throw new ApiErrorException(ApiErrors.Invalid("agent", "Agents are not emulated; name a model."))
        : body.TextField("model") is { Length: > 0 } model ? new ModelAddress(ModelAddress.WithoutPrefix(model), exchange.Version)
        : throw new ApiErrorException(ApiErrors.Invalid("model", "model is required."));
}
