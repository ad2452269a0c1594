using System.Net;
using System.Text;

namespace AotSample;

/// <summary>Answers the first request itself and lets the others through.</summary>
internal sealed class FirstAnswer(string body) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => Interlocked.Increment(ref _requests) > 1
            ? base.SendAsync(request, cancellationToken)
            : Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
