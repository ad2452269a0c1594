using System.Globalization;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Models;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>GET models</c> and <c>GET models/{id}</c>. As with the API, a model stays listed after its shutdown.</summary>
internal sealed class ModelsEndpoint(ModelDirectory directory, Credentials credentials)
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;

    public Task ListAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, Page.Of(exchange, "models", directory.All, DefaultPageSize, MaxPageSize, ToNode));
    }

    public Task GetAsync(Exchange exchange)
    {
        credentials.ThrowIfRefused(exchange);
        return JsonReply.WriteAsync(exchange, ToNode(directory.FindListed(exchange.Model, "getModel")));
    }

    private static JsonObject ToNode(EmulatedModel model)
    {
        var node = new JsonObject
        {
            ["name"] = "models/" + model.Id,
            ["baseModelId"] = model.Version,
            ["version"] = model.Version,
            ["displayName"] = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(model.Id.Replace('-', ' ')),
            ["description"] = $"The emulator's {model.Id}.",
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

        AddDefaults(node, model);
        return node;
    }

    private static void AddDefaults(JsonObject node, EmulatedModel model)
    {
        GeminiParameterDefaults? defaults = model.Defaults;
        decimal? maxTemperature = defaults?.MaxTemperature ?? (model.Serves("generateContent") ? (decimal)model.MaxTemperature : null);
        foreach ((string name, decimal? value) in new[]
        {
            ("temperature", defaults?.Temperature), ("maxTemperature", maxTemperature), ("topP", defaults?.TopP), ("topK", (decimal?)defaults?.TopK),
        })
        {
            if (value is { } number)
            {
                node[name] = number;
            }
        }
    }
}
