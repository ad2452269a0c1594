using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen;

/// <summary>What <c>AddGeminiGen</c> returns: generated registrations such as <c>AddSupportDesk()</c> extend it.</summary>
public sealed class GeminiGenBuilder
{
    internal GeminiGenBuilder(IServiceCollection services, IHttpClientBuilder httpClient)
    {
        Services = services;
        HttpClient = httpClient;
    }

    /// <summary>The services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>
    /// The named HTTP client (<see cref="GeminiClient.HttpClientName"/>): base address, proxy, default headers and handlers are set here. Time
    /// limits and retries are not: <see cref="GeminiOptions"/> has them.
    /// </summary>
    public IHttpClientBuilder HttpClient { get; }
}
