namespace GeminiGen;

/// <summary>Sends HTTP requests and gives the response as soon as its headers are there.</summary>
internal interface IHttpSender
{
    /// <summary>The base address set on the HTTP client itself, if one is.</summary>
    Uri? BaseAddress { get; }

    /// <summary>The time limit set on the HTTP client itself.</summary>
    TimeSpan Timeout { get; }

    /// <summary>Sends a request.</summary>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}
