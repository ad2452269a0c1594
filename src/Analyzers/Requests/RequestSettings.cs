using GeminiGen.Shared.Catalog;

namespace GeminiGen.Analyzers.Requests;

/// <summary>The settings of the model in a request: <c>generationConfig</c>, or the object that a client library has in its place.</summary>
/// <param name="Config">The object that holds them.</param>
/// <param name="Model">The model they are for; null when it is not known.</param>
internal sealed record RequestSettings(RequestValue Config, CatalogModel? Model)
{
    /// <summary>Reads a request's body; null when it has no settings.</summary>
    public static RequestSettings? Of(RequestValue body, CatalogModel? model)
        => body.Find("generationconfig") is { IsObject: true } config ? new RequestSettings(config, model) : null;

    /// <summary>The most output tokens; Semantic Kernel has another name for them.</summary>
    public RequestSetting? MaxOutputTokens => Find(WellKnownNames.MaxOutputTokens, "maxoutputtokens") ?? Find(WellKnownNames.MaxOutputTokens, "maxtokens");

    /// <summary>The thinking budget.</summary>
    public RequestSetting? ThinkingBudget => FindOfThinking(WellKnownNames.ThinkingBudget, "thinkingbudget");

    /// <summary>The thinking level.</summary>
    public RequestSetting? ThinkingLevel => FindOfThinking(WellKnownNames.Thinking, "thinkinglevel");

    /// <summary>Whether something about thinking is set that is not spelled out.</summary>
    public bool IsThinkingUnknown => Config.Find("thinkingconfig") is { } thinking
        && (!thinking.IsObject || thinking.Members.Any(static member => (member.Is("thinkingbudget") || member.Is("thinkinglevel")) && new RequestSetting("", member.Value, null).IsUnknown));

    /// <summary>Every setting that has a range.</summary>
    public IEnumerable<RequestSetting> All
    {
        get
        {
            RequestSetting?[] settings =
            [
                Find(WellKnownNames.Temperature, "temperature"),
                Find(WellKnownNames.TopP, "topp"),
                Find(WellKnownNames.TopK, "topk"),
                Find("CandidateCount", "candidatecount"),
                Find(WellKnownNames.StopSequences, "stopsequences"),
                Find("ResponseMimeType", "responsemimetype"),
                Find("Logprobs", "logprobs"),
                MaxOutputTokens,
                ThinkingBudget,
                ThinkingLevel,
            ];
            return settings.OfType<RequestSetting>();
        }
    }

    private RequestSetting? Find(string name, string member) => Config.Find(member) is { } value ? new RequestSetting(name, value, Model) : null;

    private RequestSetting? FindOfThinking(string name, string member)
        => Config.Find("thinkingconfig")?.Find(member) is { } value ? new RequestSetting(name, value, Model) : null;
}
