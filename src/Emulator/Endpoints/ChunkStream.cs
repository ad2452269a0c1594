using GeminiGen.Emulator.Answers;
using GeminiGen.Emulator.Scripting;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>
/// Sends an answer chunk by chunk: as server-sent events with CRLF, or as one JSON array in pieces. Stops where the script says.
/// </summary>
internal sealed class ChunkStream(Exchange exchange, GeminiEmulatorOptions options)
{
    private readonly bool _events = Exchange.WantsEvents(exchange.Request);
    private bool _begun;

    public async Task SendAsync(ModelAnswer answer, IReadOnlyList<AnswerChunk> chunks, EmulatorFault fault)
    {
        exchange.Response.ContentType = _events ? "text/event-stream" : "application/json; charset=UTF-8";
        exchange.Response.Headers["x-gemini-service-tier"] = "standard";
        await exchange.Response.StartAsync(exchange.Token).ConfigureAwait(false);

        int stopAt = (fault.ErrorAfterChunks ?? fault.CutAfterChunks) is { } after ? Math.Min(after, chunks.Count - 1) : chunks.Count;
        for (int i = 0; i < stopAt; i++)
        {
            if (i > 0 && options.ChunkDelay > TimeSpan.Zero)
            {
                await Task.Delay(options.ChunkDelay, options.TimeProvider, exchange.Token).ConfigureAwait(false);
            }

            await WriteAsync(ResponseWriter.Write(answer, chunks[i])).ConfigureAwait(false);
        }

        if (stopAt < chunks.Count)
        {
            await StopAsync(fault).ConfigureAwait(false);
        }

        if (!_events)
        {
            await exchange.Response.Body.WriteAsync(_begun ? "]"u8.ToArray() : "[]"u8.ToArray(), exchange.Token).ConfigureAwait(false);
        }
    }

    private async Task StopAsync(EmulatorFault fault)
    {
        if (fault.Error is { } error)
        {
            string body = error.ToBody().ToJsonString();
            await WriteAsync(System.Text.Encoding.UTF8.GetBytes(fault.IsInArray ? $"[{body}]" : body)).ConfigureAwait(false);
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

    private async Task WriteAsync(byte[] json)
    {
        // Writes to a closed connection are dropped without a word, so it is asked for.
        exchange.Token.ThrowIfCancellationRequested();
        ReadOnlyMemory<byte> before = _events ? "data: "u8.ToArray() : _begun ? ",\r\n"u8.ToArray() : "["u8.ToArray();
        _begun = true;
        await exchange.Response.Body.WriteAsync(before, exchange.Token).ConfigureAwait(false);
        await exchange.Response.Body.WriteAsync(json, exchange.Token).ConfigureAwait(false);
        if (_events)
        {
            await exchange.Response.Body.WriteAsync("\r\n\r\n"u8.ToArray(), exchange.Token).ConfigureAwait(false);
        }

        await exchange.Response.Body.FlushAsync(exchange.Token).ConfigureAwait(false);
    }
}
