using System.Diagnostics.CodeAnalysis;

namespace GeminiGen;

/// <summary>
/// An answer that arrives piece by piece. Cold: the request is sent when the enumeration starts. It is enumerated once; leaving the enumeration
/// early, or cancelling it, closes the connection.
/// </summary>
/// <remarks>
/// Failures before the first item are retried like any call; after it nothing is sent again, because the caller has already used what came.
/// An answer cut at the output limit, blocked or interrupted ends the enumeration with the matching <see cref="GeminiAnswerException"/> after the
/// items that did arrive. <see cref="GeminiOptions.Timeout"/> and <see cref="GeminiOptions.AttemptTimeout"/> limit the time until the first item,
/// <see cref="GeminiOptions.StreamIdleTimeout"/> each pause after it.
/// </remarks>
/// <typeparam name="T">The item's type; text for prompts that stream text.</typeparam>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A stream of items, as .NET's own words have it; not of bytes.")]
public sealed class PromptStream<T> : IAsyncEnumerable<T>
{
    private readonly PromptStreamSource<T> _source;
    private int _enumerated;

    /// <summary>A stream over given items, for tests and fakes of contracts.</summary>
    /// <param name="items">The items to give.</param>
    /// <param name="completion">What <see cref="Completion"/> gives once they have all been given.</param>
    public PromptStream(IAsyncEnumerable<T> items, PromptCompletion completion)
        : this(new GivenStreamSource<T>(items, () => completion))
    {
        ArgumentNullException.ThrowIfNull(completion);
    }

    /// <summary>A stream over given items, for tests and fakes of contracts, whose end is known once it is there.</summary>
    /// <param name="items">The items to give.</param>
    /// <param name="completion">Gives what <see cref="Completion"/> gives; asked once the items have all been given.</param>
    public PromptStream(IAsyncEnumerable<T> items, Func<PromptCompletion> completion)
        : this(new GivenStreamSource<T>(items, completion))
    {
    }

    internal PromptStream(PromptStreamSource<T> source) => _source = source;

    /// <summary>
    /// Completes when the enumeration has ended, or has given its last snapshot: with the stream's tokens, cost and finish reason, with the exception the
    /// enumeration threw, or as cancelled when it was cancelled or left early. It does not start the stream.
    /// </summary>
    /// <exception cref="InvalidOperationException">The enumeration has not begun: nothing was sent, so nothing would ever complete.</exception>
    public Task<PromptCompletion> Completion => Volatile.Read(ref _enumerated) != 0
        ? _source.Completion
        : throw new InvalidOperationException("The PromptStream has not been enumerated, so no request was sent and there is nothing to complete. Enumerate it (await foreach) first.");

    /// <summary>Sends the request and gives the items as they arrive.</summary>
    /// <param name="cancellationToken">Cancels the stream, beside the token given to the method.</param>
    /// <returns>The enumerator.</returns>
    /// <exception cref="InvalidOperationException">The stream was enumerated before.</exception>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Interlocked.Exchange(ref _enumerated, 1) == 0
            ? _source.EnumerateAsync(cancellationToken)
            : throw new InvalidOperationException("A PromptStream is enumerated once: its items came over the network and are gone. Call the method again.");
}
