using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Quotas;
using GeminiGen.Emulator.Validation;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>A call to a model that passed every rule: what quotas count and scripts look at.</summary>
/// <param name="Exchange">The request it came by.</param>
/// <param name="Model">The model.</param>
internal sealed record ModelCall(Exchange Exchange, EmulatedModel Model)
{
    /// <summary>Which quotas it counts for.</summary>
    public QuotaKind QuotaKind { get; init; }

    /// <summary>How many requests it counts as.</summary>
    public int Requests { get; init; } = 1;

    public int InputTokens { get; init; }

    /// <summary>Whether the answer would come in chunks.</summary>
    public bool Streams { get; init; }

    public IReadOnlyList<string> SystemTexts { get; init; } = [];

    /// <summary>The texts of the turns, oldest first.</summary>
    public IEnumerable<string> Texts { get; init; } = [];

    /// <summary>A call for an answer.</summary>
    public static ModelCall Generate(Exchange exchange, EmulatedModel model, GenerateRequest request, Usage prompt) => new(exchange, model)
    {
        QuotaKind = QuotaKind.Generate,
        InputTokens = prompt.Prompt,
        Streams = request.Streams,
        SystemTexts = request.SystemTexts,
        Texts = request.Turns.SelectMany(turn => turn.Texts),
    };

    /// <summary>A call for vectors, one for each text.</summary>
    public static ModelCall Embed(Exchange exchange, EmulatedModel model, IReadOnlyList<string> texts) => new(exchange, model)
    {
        QuotaKind = QuotaKind.Embed,
        Requests = texts.Count,
        InputTokens = texts.Sum(static text => TokenEstimator.Estimate(text)),
        Texts = texts,
    };
}
