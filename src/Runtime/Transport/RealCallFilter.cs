using Microsoft.Extensions.Http;

namespace GeminiGen;

/// <summary>
/// Guards the network's end of our named client where real calls are blocked. A filter, because it sees the handler that is used in the end: a stub of a test's own is no real call. Where calls are
/// not blocked, handlers stay as they are.
/// </summary>
internal sealed class RealCallFilter : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        if (RealCalls.AreBlocked && builder.Name == GeminiClient.HttpClientName && builder.PrimaryHandler is SocketsHttpHandler or HttpClientHandler)
        {
            builder.PrimaryHandler = new Guard(builder.PrimaryHandler);
        }
    };

    private sealed class Guard(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            RealCalls.ThrowIfBlocked(request.RequestUri);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
