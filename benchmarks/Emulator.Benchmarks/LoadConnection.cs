using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GeminiGen.Benchmarks;

/// <summary>One connection that sends the same request again and again. Written by hand, because a full HTTP client would take more of the two cores than the emulator.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static byte[] Request(string method)
    {
        const string Body = """{"systemInstruction":{"parts":[{"text":"You are a patient support agent."}]},"contents":[{"role":"user","parts":[{"text":"Answer in English: how do I reset my password?"}]}],"generationConfig":{"maxOutputTokens":1024}}""";
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"POST /v1beta/models/gemini-3.8-flash:{method} HTTP/1.1\r\nHost: localhost\r\nx-goog-api-key: emulator-key\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}"));
    }

    public Task ConnectAsync(int port) => _socket.ConnectAsync(IPAddress.Loopback, port);

    /// <summary>Sends, and reads an answer of known length.</summary>
    /// <returns>Whether it was 200.</returns>
    public async Task<bool> CallAsync(byte[] request)
    {
        await _socket.SendAsync(request.AsMemory());
        int received = 0;
        int wanted = int.MaxValue;
        while (received < wanted)
        {
            int read = await _socket.ReceiveAsync(_buffer.AsMemory(received));
            if (read == 0)
            {
                return false;
            }

            received += read;
            wanted = wanted == int.MaxValue ? Length(_buffer.AsSpan(0, received)) : wanted;
        }

        return _buffer.AsSpan().StartsWith("HTTP/1.1 200"u8);
    }

    /// <summary>Sends, and reads an answer in chunks to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="opened">Called with the first bytes.</param>
    /// <returns>Whether it was 200 and came to its end.</returns>
    public async Task<bool> StreamAsync(byte[] request, Action opened)
    {
        await _socket.SendAsync(request.AsMemory());
        bool isFirst = true;
        bool isGood = false;
        int read;
        while ((read = await _socket.ReceiveAsync(_buffer.AsMemory())) > 0)
        {
            if (isFirst)
            {
                isGood = _buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8);
                isFirst = false;
                opened();
            }

            if (_buffer.AsSpan(0, read).EndsWith("\r\n0\r\n\r\n"u8) || _buffer.AsSpan(0, read).SequenceEqual("0\r\n\r\n"u8))
            {
                return isGood;
            }
        }

        return false;
    }

    public void Dispose() => _socket.Dispose();

    private static int Length(ReadOnlySpan<byte> received)
    {
        int head = received.IndexOf("\r\n\r\n"u8);
        int field = received.IndexOf("Content-Length: "u8);
        if (head < 0 || field < 0 || field > head)
        {
            return int.MaxValue;
        }

        ReadOnlySpan<byte> number = received[(field + "Content-Length: "u8.Length)..];
        return head + 4 + int.Parse(number[..number.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}
