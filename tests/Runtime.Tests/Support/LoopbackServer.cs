using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GeminiGen.Runtime.Tests.Support;

/// <summary>A server over bare sockets: what a user's connection meets, down to when it is closed.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<LoopbackExchange, Task> _answer;
    private readonly ConcurrentBag<Socket> _sockets = [];
    private readonly Task _accepting;
    private int _requests;

    internal LoopbackServer(Func<LoopbackExchange, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    internal Uri Address => new("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port);

    /// <summary>How many requests have arrived.</summary>
    internal int Requests => Volatile.Read(ref _requests);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        foreach (Socket socket in _sockets)
        {
            socket.Dispose();
        }

        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                _sockets.Add(socket);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            using NetworkStream stream = new(socket, ownsSocket: true);
            while (await LoopbackExchange.ReadAsync(stream) is { } exchange)
            {
                exchange.Number = Interlocked.Increment(ref _requests);
                await _answer(exchange);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or SocketException)
        {
        }
    }
}

/// <summary>One request to a <see cref="LoopbackServer"/>, and its connection.</summary>
internal sealed class LoopbackExchange(NetworkStream stream, string head, byte[] body)
{
    internal int Number { get; set; }

    internal string Head => head;

    internal byte[] Body => body;

    internal static async Task<LoopbackExchange?> ReadAsync(NetworkStream stream)
    {
        List<byte> head = [];
        byte[] one = new byte[1];
        while (head.Count < 4 || Encoding.ASCII.GetString([.. head[^4..]]) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Add(one[0]);
        }

        string text = Encoding.ASCII.GetString([.. head]);
        string length = text.Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        byte[] body = new byte[int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        return new LoopbackExchange(stream, text, body);
    }

    internal async Task WriteAsync(string text)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        await stream.FlushAsync();
    }

    /// <summary>Sends a whole response and keeps the connection.</summary>
    internal Task RespondAsync(string json, int status = 200)
        => WriteAsync($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>Starts an event stream.</summary>
    internal Task StartEventsAsync() => WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");

    /// <summary>Sends one piece of an event stream.</summary>
    internal Task EventAsync(string json)
    {
        string data = "data: " + json + "\r\n\r\n";
        return WriteAsync($"{Encoding.UTF8.GetByteCount(data):x}\r\n{data}\r\n");
    }

    internal Task EndEventsAsync() => WriteAsync("0\r\n\r\n");

    /// <summary>Completes when the other side closes the connection.</summary>
    internal async Task WaitForCloseAsync()
    {
        try
        {
            while (await stream.ReadAsync(new byte[256]) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    internal void Close() => stream.Dispose();
}
