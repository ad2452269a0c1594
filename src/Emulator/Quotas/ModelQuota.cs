namespace GeminiGen.Emulator.Quotas;

/// <summary>How much a project may ask of one model. What is null is not limited; 0 means that the model is not offered.</summary>
public sealed record ModelQuota
{
    /// <summary>Requests in one minute of the clock.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Input tokens in one minute of the clock, by the emulator's estimate.</summary>
    public int? InputTokensPerMinute { get; init; }

    /// <summary>Requests in one day, from midnight to midnight in California.</summary>
    public int? RequestsPerDay { get; init; }
}
