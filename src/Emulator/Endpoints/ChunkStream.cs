using System.Text;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>Sends an answer object by object, at the pace of the options. Stops where the script says.</summary>
internal sealed class ChunkStream(Exchange exchange, GeminiEmulatorOptions options, StreamFraming framing)
{
    private bool _begun;

    /// <param name="items">The objects.</param>
    /// <param name="fault">What the script wants.</param>
    /// <param name="errorItem">Writes an error inside the stream; null for the envelope as it is.</param>
    public async Task SendAsync(IReadOnlyList<StreamItem> items, EmulatorFault fault, Func<Errors.ApiError, StreamItem>? errorItem = null)
    {
        exchange.Response.ContentType = framing.ContentType;
        await exchange.Response.StartAsync(exchange.Token).ConfigureAwait(false);

        int stopAt = (fault.ErrorAfterChunks ?? fault.CutAfterChunks) is { } after ? Math.Min(after, items.Count - 1) : items.Count;
        for (int i = 0; i < stopAt; i++)
        {
            if ((i > 0 ? options.ChunkDelay : TimeSpan.Zero) + (fault.WritingTime / items.Count) is { Ticks: > 0 } pause)
            {
                await Task.Delay(pause, options.TimeProvider, exchange.Token).ConfigureAwait(false);
            }

            await WriteAsync(items[i] with { Json = fault.Distort(i + 1, items[i].Json) }).ConfigureAwait(false);
        }

        if (stopAt < items.Count)
        {
            await StopAsync(fault, errorItem).ConfigureAwait(false);
        }

        await exchange.Response.Body.WriteAsync(framing.End(stopAt == items.Count, isEmpty: !_begun), exchange.Token).ConfigureAwait(false);
    }

    private async Task StopAsync(EmulatorFault fault, Func<Errors.ApiError, StreamItem>? errorItem)
    {
        if (fault.Error is { } error)
        {
            string body = error.ToBody().ToJsonString();
            await WriteAsync(errorItem?.Invoke(error) ?? new StreamItem(Encoding.UTF8.GetBytes(fault.IsInArray ? $"[{body}]" : body))).ConfigureAwait(false);
        }
        else if (fault.Cut == StreamCut.Broken)
        {
            throw new StreamBrokenException();
        }
        else if (fault.Cut == StreamCut.Stalled)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, exchange.Token).ConfigureAwait(false);
        }
    }

    private async Task WriteAsync(StreamItem item)
    {
        // Writes to a closed connection are dropped without a word, so it is asked for.
        exchange.Token.ThrowIfCancellationRequested();
        await exchange.Response.Body.WriteAsync(framing.Before(item, isFirst: !_begun), exchange.Token).ConfigureAwait(false);
        _begun = true;
        await exchange.Response.Body.WriteAsync(item.Json, exchange.Token).ConfigureAwait(false);
        await exchange.Response.Body.WriteAsync(framing.After(), exchange.Token).ConfigureAwait(false);
        await exchange.Response.Body.FlushAsync(exchange.Token).ConfigureAwait(false);
    }
}
