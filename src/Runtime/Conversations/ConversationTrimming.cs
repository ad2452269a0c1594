namespace GeminiGen;

/// <summary>
/// Keeps a conversation within a size. Before a call, whole exchanges (a turn of the user with everything up to the next one) are dropped, oldest
/// first, until the rest fits: a function call is never split from its result. Pinned turns keep their exchange.
/// </summary>
public sealed class ConversationTrimming
{
    private readonly int _maxTokens;
    private readonly int _maxSummaryTokens;
    private readonly Func<string, CancellationToken, Task<string>>? _summarize;
    private readonly Func<string, CancellationToken, Task<PromptResult<string>>>? _summarizeWithUsage;

    /// <summary>The most tokens of history to send, estimated; at least 1. Leave room for the prompt and the answer below the model's window.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public required int MaxTokens
    {
        get => _maxTokens;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxTokens = value;
        }
    }

    /// <summary>How many of the latest exchanges stay whatever they cost; 1 unless set, at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 0.</exception>
    public int KeepLatest
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1;

    /// <summary>
    /// The most tokens a summary takes, estimated, at least 1; an eighth of <see cref="MaxTokens"/> unless set. Room for it is kept free when turns are
    /// dropped, and a longer one is cut at the end of a sentence or word.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is set to less than 1.</exception>
    public int MaxSummaryTokens
    {
        get => _maxSummaryTokens > 0 ? _maxSummaryTokens : Math.Max(1, MaxTokens / 8);
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maxSummaryTokens = value;
        }
    }

    /// <summary>
    /// Sums up what is dropped, or <see langword="null"/> to drop it without a trace. It is given the text of the dropped turns, one a line with
    /// <c>user: </c> or <c>model: </c> before it, an earlier summary first, and gives the text that takes their place. A contract's method
    /// fits: <c>Summarize = desk.SummarizeAsync</c>. An empty text drops the turns without a trace. When it throws, nothing is dropped and the call fails
    /// with its exception, since a history cut short without the user's knowledge is worse than an error; the next call tries again.
    /// </summary>
    /// <exception cref="ArgumentException"><see cref="SummarizeWithUsage"/> is set as well.</exception>
    public Func<string, CancellationToken, Task<string>>? Summarize
    {
        get => _summarize;
        init
        {
            ThrowIfSecond(value, _summarizeWithUsage);
            _summarize = value;
        }
    }

    /// <summary>
    /// As <see cref="Summarize"/>, by a method that returns a <see cref="PromptResult{T}"/>: <see cref="ConversationTrim"/> then tells what the summary
    /// took. A result without a value throws as <see cref="PromptResult{T}.Value"/> does.
    /// </summary>
    /// <exception cref="ArgumentException"><see cref="Summarize"/> is set as well.</exception>
    public Func<string, CancellationToken, Task<PromptResult<string>>>? SummarizeWithUsage
    {
        get => _summarizeWithUsage;
        init
        {
            ThrowIfSecond(value, _summarize);
            _summarizeWithUsage = value;
        }
    }

    /// <summary>Whether dropped turns leave a summary.</summary>
    internal bool Summarizes => _summarize is not null || _summarizeWithUsage is not null;

    /// <summary>Sums up.</summary>
    internal async Task<PromptResult<string>> SumUpAsync(string text, CancellationToken cancellationToken)
        => _summarizeWithUsage is { } withUsage
            ? await withUsage(text, cancellationToken).ConfigureAwait(false)
            : new PromptResult<string>(await _summarize!(text, cancellationToken).ConfigureAwait(false));

    private static void ThrowIfSecond(Delegate? value, Delegate? other)
    {
        if (value is not null && other is not null)
        {
            throw new ArgumentException("One of Summarize and SummarizeWithUsage is enough.", nameof(value));
        }
    }
}
