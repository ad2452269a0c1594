using System.Text.Json.Nodes;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.OpenAI;

/// <summary><c>openai/models</c>: the list without pages, and one of it. Ids carry <c>models/</c>, as the endpoint's own do.</summary>
internal sealed class OpenAIModelsEndpoint(ModelDirectory directory, Credentials credentials)
{
    public Task ListAsync(Exchange exchange)
    {
        credentials.ThrowIfRefusedByOpenAI(exchange);
        return JsonReply.WriteAsync(exchange, new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. directory.All.Select(ToNode)]) });
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefusedByOpenAI(exchange);
        return JsonReply.WriteAsync(exchange, ToNode(directory.FindListed(exchange.Model, "getModel")));
    }

    private static JsonObject ToNode(EmulatedModel model) => new() { ["id"] = "models/" + model.Id, ["object"] = "model", ["owned_by"] = "google" };
}
