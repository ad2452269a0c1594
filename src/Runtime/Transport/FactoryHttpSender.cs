namespace GeminiGen;

/// <summary>
/// Sends through the factory's named client. The client is made anew about every minute rather than for every call: often enough for the
/// factory's own rotation of handlers (and so of DNS) to reach us, seldom enough to cost nothing.
/// </summary>
/// <param name="factory">The factory.</param>
/// <param name="clock">The clock of the rotation.</param>
internal sealed class FactoryHttpSender(IHttpClientFactory factory, TimeProvider clock) : IHttpSender
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    private Lease? _lease;

    public Uri? BaseAddress => Current().BaseAddress;

    public TimeSpan Timeout => Current().Timeout;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Current().SendAsync(request, cancellationToken);

    private ClientHttpSender Current()
    {
        // Two calls may both renew; either client works, and an old one goes on serving the calls it has.
        Lease? lease = _lease;
        if (lease is null || clock.GetElapsedTime(lease.Taken) >= Renewal)
        {
            _lease = lease = new Lease(new ClientHttpSender(factory.CreateClient(GeminiClient.HttpClientName)), clock.GetTimestamp());
        }

        return lease.Sender;
    }

    private sealed record Lease(ClientHttpSender Sender, long Taken);
}
