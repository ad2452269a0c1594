namespace GeminiGen;

/// <summary>
/// Keeps a conversation within a size. Before a call, whole exchanges (a turn of the user with everything up to the next one) are dropped, oldest
/// first, until the rest fits: a function call is never split from its result. Pinned turns keep their exchange.
/// </summary>
public sealed class ConversationTrimming
{
    private readonly int _maxTokens;

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
    public int KeepLatest { get; init; } = 1;

    /// <summary>
    /// Sums up what is dropped, or <see langword="null"/> to drop it without a trace. It is given the text of the dropped turns, one a line with
    /// <c>user: </c> or <c>model: </c> before it, an earlier summary first, and gives the text that takes their place. A contract's method
    /// fits: <c>Summarize = desk.SummarizeAsync</c>. When it throws, nothing is dropped and the call fails with its exception.
    /// </summary>
    public Func<string, CancellationToken, Task<string>>? Summarize { get; init; }
}
