namespace GeminiGen;

/// <summary>What is known of a stream once it has ended well.</summary>
public sealed class PromptCompletion
{
    /// <summary>Why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>The tokens used, as the stream's last count gave them.</summary>
    public UsageMetadata Usage { get; init; }

    /// <summary>The id of the model asked.</summary>
    public string Model { get; init; } = "";

    /// <summary>The version of the model that answered, or <see langword="null"/> when the API named none.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>The API's id of this response, or <see langword="null"/> when it gave none.</summary>
    public string? ResponseId { get; init; }

    /// <summary>
    /// What the call costs in USD at the catalogue's list price for paid use, or <see langword="null"/> when the catalogue has none for the model.
    /// An estimate: free quotas, discounts and failed attempts are not in it.
    /// </summary>
    public decimal? Cost { get; init; }

    /// <summary>
    /// What the model thought before it answered, as far as it tells; <see langword="null"/> when it tells nothing, or is not asked to by
    /// <see cref="IncludeAttribute.Thoughts"/>.
    /// </summary>
    public string? Thoughts { get; init; }

    /// <summary>The stream's responses as a JSON array; <see langword="null"/> unless <see cref="IncludeAttribute.RawResponse"/> asks for it.</summary>
    public string? RawResponse { get; init; }

    /// <summary>
    /// What the answer rests on, for methods with <see cref="GoogleSearchAttribute"/>, <see cref="UrlContextAttribute"/> or
    /// <see cref="CodeExecutionAttribute"/>; <see langword="null"/> for all others.
    /// </summary>
    public PromptGrounding? Grounding { get; init; }

    /// <summary>What the API's filters found of the answer; empty when it was not told, as it mostly is not.</summary>
    public IReadOnlyList<SafetyRating> SafetyRatings { get; init; } = [];

    /// <summary>How the conversation was trimmed before the call, or <see langword="null"/> when nothing was dropped.</summary>
    public ConversationTrim? Trimmed { get; init; }

    /// <summary>How many responses the stream took: 1 unless the model called functions or answered in hops.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The functions the model called, oldest first.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>How many attempts it took until the first item arrived.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The errors of the attempts that failed before the first item, oldest first.</summary>
    public IReadOnlyList<GeminiException> AttemptErrors { get; init; } = [];
}
