using System.Globalization;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>GET models</c> and <c>GET models/{id}</c>. As with the API, a model stays listed after its shutdown.</summary>
internal sealed class ModelsEndpoint(ModelDirectory directory, string acceptedKey)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public Task ListAsync(Exchange exchange)
    {
        KeyCheck.ThrowIfRefused(exchange.Http.Request, acceptedKey);
        int size = Math.Min(QueryNumber(exchange, "pageSize", DefaultPageSize), MaxPageSize);
        int start = QueryNumber(exchange, "pageToken", 0);
        size = size == 0 ? DefaultPageSize : size;

        var models = new JsonArray([.. directory.All.Skip(start).Take(size).Select(ToNode)]);
        var reply = new JsonObject { ["models"] = models };
        if (start + size < directory.All.Count)
        {
            reply["nextPageToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        }

        return JsonReply.WriteAsync(exchange, reply);
    }

    public Task GetAsync(Exchange exchange)
    {
        KeyCheck.ThrowIfRefused(exchange.Http.Request, acceptedKey);
        return JsonReply.WriteAsync(exchange, ToNode(directory.FindListed(exchange.Path)));
    }

    private static int QueryNumber(Exchange exchange, string name, int absent)
    {
        string text = exchange.Http.Request.Query[name].ToString();
        if (text.Length == 0)
        {
            return absent;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new ApiErrorException(ApiErrors.Invalid(name, $"Invalid value at '{name}', \"{text}\""));
    }

    private static JsonObject ToNode(EmulatedModel model)
    {
        var node = new JsonObject
        {
            ["name"] = "models/" + model.Id,
            ["version"] = model.Version,
            ["displayName"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(model.Id.Replace('-', ' ')),
        };
        if (model.InputTokenLimit is { } input)
        {
            node["inputTokenLimit"] = input;
        }

        if (model.OutputTokenLimit is { } output)
        {
            node["outputTokenLimit"] = output;
        }

        node["supportedGenerationMethods"] = new JsonArray([.. model.Methods.Select(method => JsonValue.Create(method))]);
        if (model.Thinking is ThinkingKind.Budget or ThinkingKind.Level)
        {
            node["thinking"] = true;
        }

        return node;
    }
}
