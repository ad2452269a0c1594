namespace GeminiGen;

/// <summary>A stream over given items.</summary>
/// <param name="items">The items.</param>
/// <param name="completion">Tells how it ended.</param>
internal sealed class GivenStreamSource<T>(IAsyncEnumerable<T> items, Func<PromptCompletion> completion) : PromptStreamSource<T>
{
    private readonly IAsyncEnumerable<T> _items = items ?? throw new ArgumentNullException(nameof(items));
    private readonly Func<PromptCompletion> _given = completion ?? throw new ArgumentNullException(nameof(completion));

    internal override IAsyncEnumerator<T> EnumerateAsync(CancellationToken cancellationToken)
        => new Enumerator(this, _items.GetAsyncEnumerator(cancellationToken), cancellationToken);

    private sealed class Enumerator(GivenStreamSource<T> source, IAsyncEnumerator<T> items, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        public T Current => items.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                bool more = await items.MoveNextAsync().ConfigureAwait(false);
                if (!more)
                {
                    source.Complete(source._given());
                }

                return more;
            }
            catch (Exception exception)
            {
                source.Fail(exception);
                throw;
            }
        }

        public ValueTask DisposeAsync()
        {
            source.Abandon();
            return items.DisposeAsync();
        }
    }
}
