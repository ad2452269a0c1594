using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Caches;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>:countTokens</c>: bare contents, or a whole generate request.</summary>
internal sealed class CountTokensEndpoint(ModelDirectory directory, CacheStore caches, FaultGate faults, Credentials credentials)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CountTokensRequest);
        credentials.ThrowIfRefused(exchange);
        EmulatedModel model = directory.Find(exchange.Model, "countTokens");

        JsonElement? whole = body.Field("generateContentRequest");
        if (whole is not null && body.Field("contents") is not null)
        {
            throw new ApiErrorException(ApiErrors.Invalid("contents", "* contents and generate_content_request cannot be set together."));
        }

        JsonElement counted = whole ?? body;
        var violations = new List<FieldViolation>();
        RequestRules.CheckModel(counted, whole is null ? "model" : "generate_content_request.model", model.Id, isRequired: whole is not null, violations);
        RequestRules.CheckContents(counted, violations);
        if (violations.Count > 0)
        {
            throw new ApiErrorException(ApiErrors.Invalid(violations));
        }

        CachedContent? cache = caches.FindFor(counted, model);
        await faults.PassAsync(new ModelCall(exchange, model)).ConfigureAwait(false);
        GenerateRequest request = RequestReader.Read(counted, cache?.Merge(counted), model, streams: false);
        Usage usage = PromptUsage.Of(request.SystemTexts, request.Turns);
        var reply = new JsonObject { ["totalTokens"] = usage.Prompt, ["promptTokensDetails"] = PromptUsage.Details(usage) };
        if (cache is not null)
        {
            reply["cachedContentTokenCount"] = cache.Tokens;
        }

        await JsonReply.WriteAsync(exchange, reply).ConfigureAwait(false);
    }
}
