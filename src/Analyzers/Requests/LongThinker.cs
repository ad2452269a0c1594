using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Models;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Requests;

/// <summary>Requests by hand that provably have a model think at length before the first word of its answer.</summary>
internal static class LongThinker
{
    /// <summary>
    /// The model a request asks, where its answer comes in one piece, the catalogue says that it thinks, and the whole body is known and takes nothing off that: no lower level, no
    /// budget, no small number of tokens. Null wherever one of these is not certain.
    /// </summary>
    public static CatalogModel? Of(ModelCall call, CallSite context)
    {
        if (call is not { IsGemini: true, Send: { } send })
        {
            return null;
        }

        ModelRequest request = ModelRequest.Read(call.Operation, send, new ValueFlow(call.Model, context.CancellationToken), call.Model, context.CancellationToken);
        return request is { IsAnsweredWhole: true, Body: { IsWhole: true } body, ModelId: { } id }
            && ProjectCatalog.Of(context.Options, context.CancellationToken).TryResolve(id, out CatalogModel? model)
            && ThinksAtLength(model, RequestSettings.Of(body, model), body) ? model : null;
    }

    private static bool ThinksAtLength(CatalogModel model, RequestSettings? settings, RequestValue body)
    {
        bool isCertain = settings is null ? body.Find("generationconfig") is null : settings is { Config.IsWhole: true, MaxOutputTokens: null, ThinkingBudget: null, IsThinkingUnknown: false };
        string? level = settings?.ThinkingLevel?.Member ?? model.Thinking?.Default;
        return isCertain && model.Thinking is { Kind: CatalogThinkingKind.Level or CatalogThinkingKind.Budget } && level?.ToUpperInvariant() is "MEDIUM" or "HIGH" or "DYNAMIC";
    }
}
