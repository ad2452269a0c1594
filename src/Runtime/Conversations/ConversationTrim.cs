namespace GeminiGen;

/// <summary>What <see cref="ConversationTrimming"/> did before a call.</summary>
public sealed class ConversationTrim
{
    /// <summary>How many turns were dropped.</summary>
    public int DroppedTurns { get; init; }

    /// <summary>How many tokens the history costs less in a prompt, estimated, the summary counted.</summary>
    public int SavedTokens { get; init; }

    /// <summary>What stands in the place of the dropped turns, or <see langword="null"/> when they were dropped without a trace.</summary>
    public string? Summary { get; init; }

    /// <summary>The tokens the summary took, beside those of the call; 0 when <see cref="ConversationTrimming.SummarizeWithUsage"/> did not make it.</summary>
    public UsageMetadata SummaryUsage { get; init; }

    /// <summary>What the summary cost in USD, beside the call; <see langword="null"/> when that is not known.</summary>
    public decimal? SummaryCost { get; init; }
}
