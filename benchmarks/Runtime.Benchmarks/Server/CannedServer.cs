using System.Net;
using System.Net.Sockets;

namespace GeminiGen.Benchmarks.Server;

/// <summary>
/// A loopback HTTP/1.1 server on blocking sockets, one thread per connection, which answers every request with a prepared buffer.
/// It runs in a process of its own, so that the measured process holds the client alone.
/// </summary>
internal static class CannedServer
{
    /// <summary>Model id that is answered with plain text, or with the stream.</summary>
    internal const string TextModel = "bench-text";

    /// <summary>Model id that is answered with a stream whose events are of changing shape.</summary>
    internal const string UnevenModel = "bench-uneven";

    /// <summary>Model id that is answered with a JSON document.</summary>
    internal const string CardModel = "bench-card";

    /// <summary>Model id that is never answered.</summary>
    internal const string SilentModel = "bench-silent";

    /// <summary>Listens on a free port, prints it, and serves until standard input closes, that is until the parent is gone.</summary>
    internal static void Run()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(512);
        Console.WriteLine(((IPEndPoint)listener.LocalEndPoint!).Port);
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        Console.In.ReadToEnd();
    }

    private static void Accept(Socket listener)
    {
        while (true)
        {
            Socket connection = listener.Accept();
            connection.NoDelay = true;
            new Thread(() => Serve(connection), maxStackSize: 256 * 1024) { IsBackground = true }.Start();
        }
    }

    private static void Serve(Socket connection)
    {
        byte[] buffer = new byte[128 * 1024];
        using (connection)
        {
            try
            {
                while (ReadRequest(connection, buffer) is { } answer)
                {
                    connection.Send(answer);
                }
            }
            catch (SocketException)
            {
                // The client went away: the cancellation row ends every connection like this.
            }
        }
    }

    /// <summary>Reads one request to its end; returns its answer, empty when there is to be none, null when the client closed.</summary>
    private static byte[]? ReadRequest(Socket connection, byte[] buffer)
    {
        int filled = 0;
        int headLength;
        while ((headLength = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            int read = connection.Receive(buffer.AsSpan(filled));
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        ReadOnlySpan<byte> head = buffer.AsSpan(0, headLength);
        byte[] answer = ChooseAnswer(head[..head.IndexOf((byte)'\r')], connection);
        int bodyStart = headLength + 4;
        bool complete = ContentLength(head) is { } length
            ? SkipBytes(connection, buffer, length - (filled - bodyStart))
            : SkipChunks(connection, buffer, bodyStart, filled);
        return complete ? answer : null;
    }

    private static bool SkipBytes(Socket connection, byte[] buffer, int missing)
    {
        while (missing > 0)
        {
            int read = connection.Receive(buffer);
            if (read == 0)
            {
                return false;
            }

            missing -= read;
        }

        return true;
    }

    /// <summary>Reads to the last chunk. JSON holds no bare line break, so its mark cannot occur inside the body.</summary>
    private static bool SkipChunks(Socket connection, byte[] buffer, int start, int filled)
    {
        while (buffer.AsSpan(start, filled - start).IndexOf("\r\n0\r\n\r\n"u8) < 0)
        {
            int read = connection.Receive(buffer.AsSpan(filled));
            if (read == 0)
            {
                return false;
            }

            filled += read;
        }

        return true;
    }

    private static byte[] ChooseAnswer(ReadOnlySpan<byte> requestLine, Socket connection) =>
        requestLine.IndexOf("bench-silent"u8) >= 0 ? []
        : requestLine.IndexOf("bench-uneven"u8) >= 0 ? CannedAnswers.UnevenStream
        : requestLine.IndexOf("bench-card"u8) >= 0 ? CannedAnswers.Card
        : requestLine.IndexOf(":streamGenerateContent"u8) >= 0 ? CannedAnswers.Stream
        : requestLine.IndexOf("/upload/"u8) >= 0 ? CannedAnswers.UploadStart(((IPEndPoint)connection.LocalEndPoint!).Port)
        : requestLine.IndexOf("/upload-chunk"u8) >= 0 ? CannedAnswers.UploadChunk
        : CannedAnswers.Text;

    private static int? ContentLength(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> name = "\r\nContent-Length: "u8;
        int start = head.IndexOf(name);
        if (start < 0)
        {
            return null;
        }

        ReadOnlySpan<byte> value = head[(start + name.Length)..];
        int end = value.IndexOf((byte)'\r');
        return int.Parse(end < 0 ? value : value[..end], System.Globalization.CultureInfo.InvariantCulture);
    }
}
