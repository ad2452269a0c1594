using System.Text.Json;
using System.Text.Json.Nodes;
using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Batches;

/// <summary>What the requests of a batch ask for: how they are checked and answered, and how the API calls all that.</summary>
internal sealed class BatchKind
{
    private readonly Func<ModelAddress, JsonElement, JsonObject> _answer;

    private BatchKind(string name, string outputName, WireMessage request, Func<ModelAddress, JsonElement, JsonObject> answer)
    {
        Name = name;
        OutputName = outputName;
        Request = request;
        _answer = answer;
    }

    /// <summary>The first half of the type names, for example <c>GenerateContent</c>.</summary>
    public string Name { get; }

    /// <summary>Where the results of inline requests stand.</summary>
    public string OutputName { get; }

    /// <summary>The fields of one request.</summary>
    public WireMessage Request { get; }

    public static BatchKind Generate(AnswerService answers) => new("GenerateContent", "inlinedResponses", WireMessages.GenerateContentRequest, (model, request) =>
    {
        ModelAnswer answer = answers.Answer(new AnswerCall(model, request));
        return JsonNode.Parse(ResponseWriter.Write(answer, new AnswerChunk(answer.Parts, IsLast: true, answer.Usage)))!.AsObject();
    });

    public static BatchKind Embed(ModelDirectory directory) => new("EmbedContent", "inlinedEmbedContentResponses", WireMessages.EmbedContentRequest, (model, request) =>
    {
        EmbeddingRules.ThrowIfRefused([request], model.Id, directory.FindListed(model, "embedContent"), isBatch: false);
        return new JsonObject { ["embedding"] = EmbeddingReply.Of(request) };
    });

    /// <summary>Answers one request.</summary>
    /// <exception cref="Errors.ApiErrorException">The request is refused.</exception>
    public JsonObject Answer(ModelAddress model, JsonElement request) => _answer(model, WireCheck.Checked(request, Request));
}
