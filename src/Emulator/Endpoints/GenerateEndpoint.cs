using System.Text.Json;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Answers.Grounding;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary><c>:generateContent</c> and <c>:streamGenerateContent</c>.</summary>
internal sealed class GenerateEndpoint(ModelDirectory directory, FileStore files, FaultGate faults, GeminiEmulatorOptions options)
{
    private readonly ContinuationStore _continuations = new();

    public async Task AnswerAsync(Exchange exchange)
    {
        (ModelAnswer answer, _) = await PrepareAsync(exchange, streams: false).ConfigureAwait(false);
        exchange.Response.ContentType = "application/json; charset=UTF-8";
        exchange.Response.Headers["x-gemini-service-tier"] = "standard";
        byte[] body = ResponseWriter.Write(answer, new AnswerChunk(answer.Parts, IsLast: true, answer.Usage));
        exchange.Response.ContentLength = body.Length;
        await exchange.Response.Body.WriteAsync(body, exchange.Token).ConfigureAwait(false);
    }

    public async Task StreamAsync(Exchange exchange)
    {
        (ModelAnswer answer, EmulatorFault fault) = await PrepareAsync(exchange, streams: true).ConfigureAwait(false);
        var stream = new ChunkStream(exchange, options);
        await stream.SendAsync(answer, AnswerChunks.Split(answer), fault).ConfigureAwait(false);
    }

    /// <summary>Everything up to the answer, in the API's order: body, key, model, rules; then the script.</summary>
    private async Task<(ModelAnswer Answer, EmulatorFault Fault)> PrepareAsync(Exchange exchange, bool streams)
    {
        JsonElement body = JsonBody.Parse(exchange.Recorded.Body);
        WireCheck.ThrowIfInvalid(body, WireMessages.GenerateContentRequest);
        KeyCheck.ThrowIfRefused(exchange.Http.Request, options.ApiKey);
        EmulatedModel model = directory.Find(exchange.Path, "generateContent");

        GenerateRequest request = RequestReader.Read(body, streams);
        Usage prompt = PromptUsage.Of(request.SystemTexts, request.Turns);
        RequestRules.ThrowIfRefused(request, model, prompt.Prompt);
        MediaRules.ThrowIfRefused(body, files);
        ModelAnswer? continued = request.ContinuationToken is { } token ? _continuations.Find(token, exchange.Path, body) : null;

        EmulatorFault fault = await faults.PassAsync(streams, exchange.Token).ConfigureAwait(false);
        ModelAnswer answer = continued ?? BuiltInTools.RunCode(AnswerComposer.Compose(request, model, prompt, exchange.Recorded.Body.Span), request);
        answer = fault.Reshape is { } reshape ? reshape(answer) : answer;
        answer = continued is null ? BuiltInTools.Ground(answer, request) : answer;
        return (fault.Hops > 1 ? _continuations.Begin(answer, fault.Hops, exchange.Path, body) : answer, fault);
    }
}
