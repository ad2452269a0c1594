namespace GeminiGen.Runtime.Tests.Support;

/// <summary>Reads streams to their end, however they end.</summary>
internal static class Collect
{
    internal static async Task<(List<string> Items, Exception? Error)> AllAsync(PromptStream<string> stream, CancellationToken cancellationToken = default)
    {
        List<string> items = [];
        try
        {
            await foreach (string item in stream.WithCancellation(cancellationToken))
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
