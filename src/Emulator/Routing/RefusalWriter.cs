using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Routing;

/// <summary>
/// What goes out of a connection. The server itself refuses what is no HTTP, headers that are too long or too slow, before anyone else sees a request, and with an empty body;
/// here such a response gets the API's error for its body. All others carry the emulator's header and pass as they are.
/// </summary>
internal sealed class RefusalWriter(PipeWriter inner) : PipeWriter
{
    private Memory<byte> _memory;

    public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

    public override long UnflushedBytes => inner.UnflushedBytes;

    public override Memory<byte> GetMemory(int sizeHint = 0) => _memory = inner.GetMemory(sizeHint);

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override void Advance(int bytes)
    {
        int written = Refuse(_memory.Span, bytes);
        inner.Advance(written);
        _memory = _memory[written..];
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => inner.FlushAsync(cancellationToken);

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default) => inner.WriteAsync(source, cancellationToken);

    public override void CancelPendingFlush() => inner.CancelPendingFlush();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    /// <summary>Writes the refusal in place of a response of the server's own.</summary>
    /// <returns>How many bytes now stand there.</returns>
    private static int Refuse(Span<byte> memory, int length)
    {
        ReadOnlySpan<byte> head = memory[..length];
        if (!(head.StartsWith("HTTP/1.1 4"u8) || head.StartsWith("HTTP/1.1 5"u8)) || !head.EndsWith("\r\n\r\n"u8)
            || head.IndexOf("\r\nContent-Length: 0\r\n"u8) < 0 || head.IndexOf("x-gemini-emulator"u8) >= 0)
        {
            return length;
        }

        string line = Encoding.ASCII.GetString(head[..head.IndexOf("\r\n"u8)]);
        string body = ErrorOf(int.Parse(line.AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture)).ToBody().ToJsonString();
        string response = string.Create(CultureInfo.InvariantCulture,
            $"{line}\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: {body.Length}\r\nConnection: close\r\nx-gemini-emulator: true\r\n\r\n{body}");
        return response.Length <= memory.Length ? Encoding.ASCII.GetBytes(response, memory) : length;
    }

    private static ApiError ErrorOf(int code) => code switch
    {
        408 => new(code, "DEADLINE_EXCEEDED", "The headers of the request did not arrive in time."),
        414 => new(code, "INVALID_ARGUMENT", "The address of the request is too long."),
        431 => new(code, "INVALID_ARGUMENT", "The headers of the request are too many or too long."),
        _ => new(code, "INVALID_ARGUMENT", "The request breaks the rules of HTTP."),
    };
}
