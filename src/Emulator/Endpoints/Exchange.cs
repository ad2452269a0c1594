using System.Globalization;
using GeminiGen.Emulator.Models;
using GeminiGen.Emulator.Observing;
using GeminiGen.Emulator.Recording;
using GeminiGen.Emulator.Routing;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>One request on its way through the emulator.</summary>
/// <param name="Http">The server's view.</param>
/// <param name="Recorded">What was received.</param>
/// <param name="Values">What the names in the route's path stand for.</param>
/// <param name="Token">Cancelled when the client closes the connection or the emulator stops.</param>
internal sealed record Exchange(HttpContext Http, RecordedRequest Recorded, RouteValues Values, CancellationToken Token)
{
    /// <summary>What is told of it on the status page.</summary>
    public required ObservedCall Call { get; init; }

    public HttpRequest Request => Http.Request;

    public HttpResponse Response => Http.Response;

    /// <summary>The version of the API in the path.</summary>
    public string Version => Values["version"] ?? "v1beta";

    /// <summary>The <c>{id}</c> of the path.</summary>
    public string Id => Values["id"]!;

    /// <summary>The model of the path.</summary>
    public ModelAddress Model => new(ModelAddress.WithoutPrefix(Values["model"]!), Version)
    {
        CloudParent = Values["publisher"] is null ? null : Values["project"] is { } project ? $"projects/{project}/locations/{Values["location"]}/" : "",
    };

    /// <summary>How long the caller gives the server (<c>X-Server-Timeout</c>, in seconds); null for as long as it takes.</summary>
    public TimeSpan? Deadline =>
        double.TryParse(Request.Headers["X-Server-Timeout"].ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and < 1e9
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>Where the emulator is, as the client calls it.</summary>
    public string BaseAddress => $"{Request.Scheme}://{Request.Host}";

    /// <summary>Whether a stream shall come as server-sent events.</summary>
    public static bool WantsEvents(HttpRequest request) => request.Query["alt"] == "sse";
}
