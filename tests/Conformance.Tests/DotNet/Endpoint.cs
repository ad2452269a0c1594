using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using System.Net.Sockets;
using GeminiGen.Emulator;
using OpenAI;

namespace GeminiGen.Conformance.Tests.DotNet;

/// <summary>The emulator's OpenAI-compatible endpoint, and the one way there that clients are given: it leads to this machine only.</summary>
internal sealed class Endpoint(GeminiEmulator emulator) : IDisposable
{
    /// <summary>The emulator behind it.</summary>
    public GeminiEmulator Emulator => emulator;

    /// <summary>Its address.</summary>
    public Uri Address { get; } = new(emulator.BaseAddress, "v1beta/openai/");

    /// <summary>The way there.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false, ConnectCallback = ConnectAsync });

    /// <summary>OpenAI's client of this endpoint.</summary>
    /// <param name="key">The key; null for the one that the emulator takes.</param>
    /// <param name="retries">How often it tries again.</param>
    public OpenAIClient Connect(string? key = null, int retries = 0) => new(
        new ApiKeyCredential(key ?? emulator.ApiKey),
        new OpenAIClientOptions { Endpoint = Address, Transport = new HttpClientPipelineTransport(Http), RetryPolicy = new ClientRetryPolicy(retries) });

    public void Dispose() => Http.Dispose();

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        if (!IPAddress.TryParse(context.DnsEndPoint.Host, out IPAddress? address) || !IPAddress.IsLoopback(address))
        {
            throw new InvalidOperationException($"{context.DnsEndPoint.Host} is not to be reached.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
