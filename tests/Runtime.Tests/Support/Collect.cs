namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Reads streams to their end, however they end.</summary>
internal static class Collect
{
    internal static async Task<(List<T> Items, Exception? Error)> AllAsync<T>(PromptStream<T> stream, CancellationToken cancellationToken = default)
    {
        List<T> items = [];
        try
        {
            await foreach (T item in stream.WithCancellation(cancellationToken))
            {
                items.Add(item);
            }

            return (items, null);
        }
        catch (Exception exception)
        {
            return (items, exception);
        }
    }
}
