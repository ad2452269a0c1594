using GeminiGen.Emulator.Recording;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Endpoints;

/// <summary>One request on its way through the emulator.</summary>
/// <param name="Http">The server's view.</param>
/// <param name="Recorded">What was received.</param>
/// <param name="Path">Where it went.</param>
/// <param name="Token">Cancelled when the client closes the connection or the emulator stops.</param>
internal sealed record Exchange(HttpContext Http, RecordedRequest Recorded, ApiPath Path, CancellationToken Token)
{
    public HttpResponse Response => Http.Response;

    /// <summary>Whether a stream shall come as server-sent events.</summary>
    public static bool WantsEvents(HttpRequest request) => request.Query["alt"] == "sse";
}
