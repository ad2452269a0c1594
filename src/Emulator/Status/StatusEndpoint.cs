using System.Globalization;
using GeminiGen.Emulator.Endpoints;
using GeminiGen.Emulator.Observing;
using Microsoft.AspNetCore.Http;

namespace GeminiGen.Emulator.Status;

/// <summary>The pages for people: the last calls, and each of them whole.</summary>
internal sealed class StatusEndpoint(EmulatorState state)
{
    public Task ListAsync(Exchange exchange) => WriteAsync(exchange, StatusPage.List(exchange.BaseAddress, state.Calls.Received, state.Calls.Snapshot(), state.Quotas.Snapshot(), state.Faults.Snapshot()));

    public Task CallAsync(Exchange exchange)
    {
        ObservedCall? call = int.TryParse(exchange.Id, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? state.Calls.Snapshot().FirstOrDefault(one => one.Number == number)
            : null;
        exchange.Response.StatusCode = call is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return WriteAsync(exchange, call is null ? StatusPage.Missing(exchange.Id) : StatusPage.Call(call, state.Secrets));
    }

    private static Task WriteAsync(Exchange exchange, string html)
    {
        exchange.Response.ContentType = "text/html; charset=utf-8";
        exchange.Response.Headers.CacheControl = "no-store";

        // Prompts are shown as text; should one slip through all the same, it cannot run or load anything.
        exchange.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return exchange.Response.WriteAsync(html, exchange.Token);
    }
}
