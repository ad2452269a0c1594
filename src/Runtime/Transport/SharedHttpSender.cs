namespace GeminiGen;

/// <summary>
/// Sends through one handler for the whole process: clients made without a container share its connections, however many are made.
/// </summary>
/// <remarks>
/// An invoker rather than an <see cref="HttpClient"/>: time limits are ours, so a call needs no further linked token source.
/// </remarks>
internal sealed class SharedHttpSender : IHttpSender
{
    private static readonly HttpMessageInvoker Invoker = new(CreateHandler(), disposeHandler: false);

    private SharedHttpSender()
    {
    }

    internal static SharedHttpSender Instance { get; } = new();

    public Uri? BaseAddress => null;

    public TimeSpan Timeout => System.Threading.Timeout.InfiniteTimeSpan;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RealCalls.ThrowIfBlocked(request.RequestUri);
        return Invoker.SendAsync(request, cancellationToken);
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // Connections are renewed, so that a changed DNS entry is seen; in between they are kept warm.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        EnableMultipleHttp2Connections = true,

        // A redirect would carry the key header to another host.
        AllowAutoRedirect = false,
        UseCookies = false,
    };
}
