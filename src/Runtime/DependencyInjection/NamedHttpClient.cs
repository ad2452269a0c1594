using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen;

/// <summary>What our named HTTP client needs to be. All of it comes before what the user sets on the same client, which therefore wins.</summary>
internal static class NamedHttpClient
{
    // Known by name: the packages they are in are not ours to reference.
    private static readonly string[] ResilienceHandlers =
    [
        "Microsoft.Extensions.Http.Resilience.ResilienceHandler",
        "Microsoft.Extensions.Http.PolicyHttpMessageHandler",
    ];

    internal static IHttpClientBuilder Configure(IHttpClientBuilder builder)
    {
        builder.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.ConfigurePrimaryHttpMessageHandler(static (handler, _) => RefuseRedirects(handler));
        builder.ConfigureAdditionalHttpMessageHandlers(static (handlers, _) => RemoveResilience(handlers));

        // The factory's loggers write headers at trace level, and a default for all clients may have told them to show them.
        builder.RedactLoggedHeaders(static _ => true);
        return builder;
    }

    /// <summary>
    /// Takes out handlers that <c>ConfigureHttpClientDefaults</c> gave every client: they would repeat what is repeated here already, and their
    /// usual limit of 10 seconds ends most calls of thinking models. What the user adds to this client itself comes later and stays.
    /// </summary>
    private static void RemoveResilience(IList<DelegatingHandler> handlers)
    {
        for (int i = handlers.Count - 1; i >= 0; i--)
        {
            if (IsResilience(handlers[i].GetType()))
            {
                handlers.RemoveAt(i);
            }
        }
    }

    private static bool IsResilience(Type handler)
    {
        for (Type? type = handler; type is not null; type = type.BaseType)
        {
            if (Array.IndexOf(ResilienceHandlers, type.FullName) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    // A redirect would carry the key header to another host.
    private static void RefuseRedirects(HttpMessageHandler handler)
    {
        try
        {
            if (handler is SocketsHttpHandler sockets)
            {
                sockets.AllowAutoRedirect = false;
            }
            else if (handler is HttpClientHandler client)
            {
                client.AllowAutoRedirect = false;
            }
        }
        catch (InvalidOperationException)
        {
            // A handler that defaults share between clients and that has sent already cannot be changed; whoever shares it chose its settings.
        }
    }
}
