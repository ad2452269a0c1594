namespace GeminiGen;

/// <summary>An answer with what belongs to it: outcome, tokens, cost, model. Incomplete answers throw only when <see cref="Value"/> is read.</summary>
/// <typeparam name="T">The answer's type.</typeparam>
public sealed class PromptResult<T> : IPromptOutcome
{
    private readonly T? _value;

    /// <summary>A complete answer.</summary>
    /// <param name="value">The value.</param>
    public PromptResult(T value) => _value = value;

    /// <summary>An answer that is not complete.</summary>
    /// <param name="outcome">What became of it; not <see cref="PromptOutcome.Complete"/>.</param>
    /// <param name="error">The exception <see cref="Value"/> throws.</param>
    /// <exception cref="ArgumentException"><paramref name="outcome"/> is <see cref="PromptOutcome.Complete"/>.</exception>
    public PromptResult(PromptOutcome outcome, GeminiAnswerException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (outcome == PromptOutcome.Complete)
        {
            throw new ArgumentException("A complete answer has no error.", nameof(outcome));
        }

        Outcome = outcome;
        Error = error;
    }

    internal PromptResult(PromptOutcome outcome, T? value, GeminiAnswerException? error)
    {
        Outcome = outcome;
        _value = value;
        Error = error;
    }

    /// <summary>The value.</summary>
    /// <exception cref="GeminiAnswerException"><see cref="Outcome"/> is not <see cref="PromptOutcome.Complete"/>; the exception's type says what happened.</exception>
    public T Value => Error is null ? _value! : throw Error;

    /// <summary>What became of the answer.</summary>
    public PromptOutcome Outcome { get; }

    /// <summary>Why <see cref="Value"/> cannot be had, or <see langword="null"/> when the answer is complete.</summary>
    public GeminiAnswerException? Error { get; }

    /// <summary>What is wrong with an answer whose outcome is <see cref="PromptOutcome.Invalid"/>; empty for every other.</summary>
    public IReadOnlyList<PromptViolation> Violations => Error is GeminiInvalidAnswerException invalid ? invalid.Violations : [];

    /// <summary>Why the model stopped.</summary>
    public FinishReason FinishReason { get; init; }

    /// <summary>What the API's filters found, of the answer or of a prompt that was blocked; empty when it was not told, as it mostly is not.</summary>
    public IReadOnlyList<SafetyRating> SafetyRatings { get; init; } = [];

    /// <summary>The tokens used.</summary>
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

    /// <summary>The answer's text as it came, whole or not; the JSON text for typed answers.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// What the model thought before it answered, as far as it tells; <see langword="null"/> when it tells nothing, or is not asked to by
    /// <see cref="IncludeAttribute.Thoughts"/>.
    /// </summary>
    public string? Thoughts { get; init; }

    /// <summary>
    /// The response's body, JSON as it came; of a call that took several responses (<see cref="Rounds"/>) all of them as a JSON array, oldest first.
    /// <see langword="null"/> unless <see cref="IncludeAttribute.RawResponse"/> asks for it.
    /// </summary>
    public string? RawResponse { get; init; }

    /// <summary>The errors of malformed or invalid answers after which the model was asked again (<see cref="RepairAttribute"/>), oldest first.</summary>
    public IReadOnlyList<GeminiAnswerException> Repairs { get; init; } = [];

    /// <summary>
    /// What the answer rests on, for methods with <see cref="GoogleSearchAttribute"/>, <see cref="UrlContextAttribute"/> or
    /// <see cref="CodeExecutionAttribute"/>; <see langword="null"/> for all others.
    /// </summary>
    public PromptGrounding? Grounding { get; init; }

    /// <summary>How the conversation was trimmed before the call, or <see langword="null"/> when nothing was dropped.</summary>
    public ConversationTrim? Trimmed { get; init; }

    /// <summary>How many responses the call took: 1 unless the model called functions, answered in hops or was asked again.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The functions the model called, oldest first.</summary>
    public IReadOnlyList<ToolCall> ToolCalls { get; init; } = [];

    /// <summary>How many attempts the call took, the successful one included.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The errors of the attempts that failed before this answer, oldest first.</summary>
    public IReadOnlyList<GeminiException> AttemptErrors { get; init; } = [];
}
