using System.Runtime.InteropServices;
using GeminiGen.Emulator.Answers.Grounding;
using GeminiGen.Emulator.Caches;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Files;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Scripting;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Answers;

/// <summary>Answers generate requests, or refuses them as the API does; the endpoints differ in how they read and write only.</summary>
internal sealed class AnswerService(ModelDirectory directory, FileStore files, CacheStore caches, FaultGate faults, GeminiEmulatorOptions options)
{
    private readonly ContinuationStore _continuations = new();

    /// <summary>Everything from the model to the answer, in the API's order: model, rules, then the script.</summary>
    public async Task<(ModelAnswer Answer, EmulatorFault Fault)> AnswerAsync(AnswerCall call, CancellationToken cancellationToken)
    {
        Prepared prepared = Prepare(call);
        EmulatorFault fault = call.Exchange is { } exchange
            ? await faults.PassAsync(ModelCall.Generate(exchange, prepared.Model, prepared.Request, prepared.Prompt)).ConfigureAwait(false)
            : EmulatorFault.None;
        ModelAnswer answer = Compose(call, prepared, fault);
        call.Exchange?.Call.Told(answer.Usage);
        fault = fault.PacedFor(answer.Usage);
        if (!call.Streams && fault.WritingTime > TimeSpan.Zero)
        {
            await Task.Delay(fault.WritingTime, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return (answer, fault);
    }

    /// <summary>The answer the script has no say in: one of many in a batch.</summary>
    public ModelAnswer Answer(AnswerCall call) => Compose(call, Prepare(call), EmulatorFault.None);

    private Prepared Prepare(AnswerCall call)
    {
        EmulatedModel model = directory.Find(call.Model, "generateContent");
        CachedContent? cache = call.Model.IsCloud ? null : caches.FindFor(call.Body, model);
        GenerateRequest request = RequestReader.Read(call.Body, cache?.Merge(call.Body), model, call.Streams, call.Model.IsCloud);
        Usage prompt = PromptUsage.Of(request.SystemTexts, request.Turns) with { Cached = cache?.Tokens ?? 0 };
        RequestRules.ThrowIfRefused(request, model, prompt.Prompt);
        MediaRules.ThrowIfRefused(request, model, files);
        ModelAnswer? continued = request.ContinuationToken is { } token ? _continuations.Find(token, call.Model.Id, call.Body) : null;
        return new Prepared(model, request, prompt, continued);
    }

    private ModelAnswer Compose(AnswerCall call, Prepared prepared, EmulatorFault fault)
    {
        (EmulatedModel model, GenerateRequest request, Usage prompt, ModelAnswer? continued) = prepared;
        ModelAnswer answer = continued ?? BuiltInTools.RunCode(AnswerComposer.Compose(request, model, prompt, JsonMarshal.GetRawUtf8Value(call.Body), options.Seed), request);
        answer = fault.Reshape is { } reshape ? reshape(answer) : answer;
        answer = continued is null ? BuiltInTools.Ground(answer, request) : answer;
        answer = call.Model.IsCloud ? answer with { CloudTime = options.TimeProvider.GetUtcNow() } : answer;
        return fault.Hops > 1 ? _continuations.Begin(answer, fault.Hops, call.Model.Id, call.Body) : answer;
    }

    /// <summary>A call that passed every rule.</summary>
    private sealed record Prepared(EmulatedModel Model, GenerateRequest Request, Usage Prompt, ModelAnswer? Continued);
}
