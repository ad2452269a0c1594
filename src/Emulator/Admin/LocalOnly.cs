using System.Net;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Errors;

namespace GeminiGen.Emulator.Admin;

/// <summary>
/// Pages about the emulator itself show prompts, so they are for this machine alone: others are refused, and so is a browser that was led here by a name
/// that is no name of this machine.
/// </summary>
internal static class LocalOnly
{
    public static Func<Exchange, Task> Guard(Func<Exchange, Task> answer) => exchange =>
    {
        bool isLocal = exchange.Http.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address);
        string host = exchange.Request.Host.Host.Trim('[', ']');
        bool isNamed = host == "localhost" || IPAddress.TryParse(host, out _);

        // A form of a foreign page may be sent here too; only browsers send this header, and they send it with every such form.
        bool isForeign = exchange.Request.Method != "GET" && exchange.Request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != exchange.BaseAddress;
        return isLocal && isNamed && !isForeign
            ? answer(exchange)
            : throw new ApiErrorException(new ApiError(403, "PERMISSION_DENIED", "The emulator tells about itself to this machine only, at its address or as localhost."));
    };
}
