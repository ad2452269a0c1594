using GeminiGen.Emulator.Endpoints;

namespace GeminiGen.Emulator.Routing;

/// <summary>One row of the <see cref="RouteTable"/>: which requests it takes, and what answers them.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Pattern">The path; see <see cref="RoutePattern"/>.</param>
/// <param name="Answer">What answers. Throws an <see cref="Errors.ApiErrorException"/> for what the API refuses.</param>
/// <param name="Errors">How errors are written there.</param>
internal sealed record Route(string Method, RoutePattern Pattern, Func<Exchange, Task> Answer, ErrorShape Errors = ErrorShape.Plain)
{
    /// <summary>Whether it is about the emulator itself: no request to the API, so it is neither kept nor counted.</summary>
    public bool IsOwn { get; init; }

    public Route(string method, string pattern, Func<Exchange, Task> answer, ErrorShape errors = ErrorShape.Plain)
        : this(method, new RoutePattern(pattern), answer, errors)
    {
    }
}
