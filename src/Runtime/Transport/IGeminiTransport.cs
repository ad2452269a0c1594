using GeminiGen.CompilerServices;

namespace GeminiGen;

/// <summary>Carries requests to a service that speaks the Gemini wire format.</summary>
internal interface IGeminiTransport
{
    /// <summary>The time limit of the HTTP client below, over which we have no say.</summary>
    TimeSpan ClientTimeout { get; }

    /// <summary>Whether requests may carry labels.</summary>
    bool TakesLabels { get; }

    /// <summary>Where a model's calls go. Asked once a method, so that no address is built per call.</summary>
    /// <param name="model">The model's id.</param>
    /// <param name="apiMethod">The API's method that gives whole answers, where it is not <c>generateContent</c>.</param>
    /// <exception cref="GeminiConfigurationException">Something the transport needs is missing or wrong.</exception>
    ModelEndpoint GetEndpoint(string model, string? apiMethod);

    /// <summary>Where files go.</summary>
    /// <exception cref="GeminiConfigurationException">Something the transport needs is missing or wrong.</exception>
    FileEndpoint GetFileEndpoint();

    /// <summary>Sends a request to the Files API. The key goes with it only to the API's own address.</summary>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken);

    /// <summary>Sends a request and gives the response as soon as its headers are there, whatever its status.</summary>
    Task<HttpResponseMessage> SendAsync(PromptRequest request, Uri address, CancellationToken cancellationToken);
}
