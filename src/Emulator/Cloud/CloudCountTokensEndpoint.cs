using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Cloud;

/// <summary><c>:countTokens</c> by Google Cloud's path: the parts of a request stand beside each other, and characters are counted too.</summary>
internal sealed class CloudCountTokensEndpoint(ModelDirectory directory, FaultGate faults, Credentials credentials)
{
    public async Task AnswerAsync(Exchange exchange)
    {
        credentials.ThrowIfRefusedByCloud(exchange);
        JsonElement body = WireCheck.Checked(JsonBody.Parse(exchange.Recorded.Body), WireMessages.CloudCountTokensRequest);
        EmulatedModel model = directory.Find(exchange.Model, "countTokens");
        var violations = new List<FieldViolation>();
        RequestRules.CheckContents(body, violations);
        if (violations.Count > 0)
        {
            throw new ApiErrorException(ApiErrors.Invalid(violations));
        }

        await faults.PassAsync(new ModelCall(exchange, model)).ConfigureAwait(false);
        GenerateRequest request = RequestReader.Read(body, merged: null, model, streams: false, isCloud: true);
        Usage usage = PromptUsage.Of(request.SystemTexts, request.Turns);
        await JsonReply.WriteAsync(exchange, new JsonObject
        {
            ["totalTokens"] = usage.Prompt,
            ["totalBillableCharacters"] = request.SystemTexts.Concat(request.Turns.SelectMany(turn => turn.Texts)).Sum(text => text.Count(character => !char.IsWhiteSpace(character))),
            ["promptTokensDetails"] = PromptUsage.Details(usage),
        }).ConfigureAwait(false);
    }
}
