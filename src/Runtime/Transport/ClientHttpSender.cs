namespace GeminiGen;

/// <summary>Sends through an <see cref="HttpClient"/> the caller owns.</summary>
/// <param name="client">The client.</param>
internal sealed class ClientHttpSender(HttpClient client) : IHttpSender
{
    public Uri? BaseAddress => client.BaseAddress;

    public TimeSpan Timeout => client.Timeout;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (RealCalls.AreBlocked && NetworkHandlers.Carry(client))
        {
            RealCalls.ThrowIfBlocked(request.RequestUri);
        }

        // HttpClient applies these to the requests it makes itself only.
        request.Version = client.DefaultRequestVersion;
        request.VersionPolicy = client.DefaultVersionPolicy;
        return client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
