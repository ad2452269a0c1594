using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace GeminiGen.Testing;

/// <summary>
/// What a fake answers where the method returns a stream: items, the time between them, and how it ends. An array and a collection expression are one by themselves.
/// </summary>
/// <typeparam name="T">The item's type.</typeparam>
[CollectionBuilder(typeof(FakeStream), nameof(FakeStream.Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A stream of items, as PromptStream is.")]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A stream of items, as PromptStream is.")]
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "FakeStream.Of is it.")]
public sealed class FakeStream<T> : IEnumerable<T>
{
    private readonly IReadOnlyList<T> _items;

    internal FakeStream(IReadOnlyList<T> items) => _items = items;

    private FakeStream(FakeStream<T> other)
    {
        _items = other._items;
        Source = other.Source;
        First = other.First;
        Pause = other.Pause;
        Fault = other.Fault;
        Completion = other.Completion;
    }

    internal IAsyncEnumerable<T>? Source { get; init; }

    internal PromptCompletion? Completion { get; private init; }

    private TimeSpan First { get; init; }

    private TimeSpan Pause { get; init; }

    private Exception? Fault { get; init; }

    /// <summary>A stream of items.</summary>
    /// <param name="items">The items.</param>
    public static implicit operator FakeStream<T>(T[] items) => FakeStream.Of(items);

    /// <summary>The same stream with a time until its first item.</summary>
    /// <param name="delay">The time, by <see cref="GeminiFakeOptions.TimeProvider"/>.</param>
    /// <returns>The stream.</returns>
    public FakeStream<T> After(TimeSpan delay) => new(this) { First = delay };

    /// <summary>The same stream with a pause between its items.</summary>
    /// <param name="pause">The time, by <see cref="GeminiFakeOptions.TimeProvider"/>.</param>
    /// <returns>The stream.</returns>
    public FakeStream<T> Every(TimeSpan pause) => new(this) { Pause = pause };

    /// <summary>The same stream, failing after its last item.</summary>
    /// <param name="exception">What the enumeration throws, and <see cref="PromptStream{T}.Completion"/> with it.</param>
    /// <returns>The stream.</returns>
    public FakeStream<T> ThenThrows(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return new FakeStream<T>(this) { Fault = exception };
    }

    /// <summary>The same stream with what is known at its end.</summary>
    /// <param name="completion">What <see cref="PromptStream{T}.Completion"/> gives; estimated tokens unless set.</param>
    /// <returns>The stream.</returns>
    public FakeStream<T> WithCompletion(PromptCompletion completion)
    {
        ArgumentNullException.ThrowIfNull(completion);
        return new FakeStream<T>(this) { Completion = completion };
    }

    /// <summary>The items that are known.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal async IAsyncEnumerable<T> EnumerateAsync(TimeProvider clock, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await WaitAsync(First, clock, cancellationToken).ConfigureAwait(false);
        if (Source is { } source)
        {
            await foreach (T item in source.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }

        for (int i = 0; i < _items.Count; i++)
        {
            await WaitAsync(i > 0 ? Pause : TimeSpan.Zero, clock, cancellationToken).ConfigureAwait(false);
            yield return _items[i];
        }

        if (Fault is { } fault)
        {
            throw fault;
        }
    }

    private static async ValueTask WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
