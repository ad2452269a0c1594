using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers.Embeddings;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.OpenAI;

/// <summary><c>openai/embeddings</c>: one text or several, as numbers or as their bytes in base64.</summary>
internal sealed class OpenAIEmbeddingsEndpoint(ModelDirectory directory, FaultGate faults, Credentials credentials)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), OpenAIMessages.EmbeddingsRequest);
        credentials.ThrowIfRefusedByOpenAI(exchange);
        ModelAddress address = ChatEndpoint.Address(body, exchange);
        EmulatedModel model = directory.Find(address, "embedContent");
        string[] texts = [.. body.ItemsField("input").Select(Text)];
        JsonElement[] requests = [.. texts.Select(text => Request(text, address.Id, body.IntegerField("dimensions")))];
        EmbeddingRules.ThrowIfRefused(requests, address.Id, model, isBatch: true);
        await faults.PassAsync(ModelCall.Embed(exchange, model, texts)).ConfigureAwait(false);

        bool asBytes = body.TextField("encodingFormat") == "base64";
        int tokens = texts.Sum(static text => TokenEstimator.Estimate(text));
        await JsonReply.WriteAsync(exchange, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. texts.Select((text, index) => Vector(TextVector.Of(text, body.IntegerField("dimensions") ?? TextVector.FullLength), index, asBytes))]),
            ["model"] = model.Version,
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        }).ConfigureAwait(false);
    }

    private static string Text(JsonElement input) => input.ValueKind == JsonValueKind.String
        ? input.GetString()!
        : throw new ApiErrorException(ApiErrors.Invalid("input", "* input: only texts are supported, not tokens."));

    // The rules are those of the API's own request.
    private static JsonElement Request(string text, string model, int? dimensions)
    {
        var request = new JsonObject { ["model"] = "models/" + model, ["content"] = new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = text }) } };
        if (dimensions is { } length)
        {
            request["outputDimensionality"] = length.ToString(CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToElement(request);
    }

    private static JsonObject Vector(float[] vector, int index, bool asBytes) => new()
    {
        ["object"] = "embedding",
        ["index"] = index,
        ["embedding"] = asBytes ? Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan())) : new JsonArray([.. vector.Select(number => JsonValue.Create(number))]),
    };
}
